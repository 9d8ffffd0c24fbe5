import { defineRoutes } from "@kontor/framework"
import {
  AdminChangeSupply,
  AdminCreateSupply,
  AdminListSupplies,
  AdminListSupplyLines,
  AdminNoSupplyQuery,
  AdminSupplyLinesResponse,
  AdminSupplyListResponse,
  AdminSupplyResponse,
} from "./validators"

const REFUSALS =
  "400 with code `supply_number_taken`, `warehouse_unknown`, `product_unknown`, `product_ambiguous` or `product_repeated`: nothing is written then."

export const adminSupplyMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/supplies",
    staff: "everyone",
    summary: "Inbound supplies: open ones first, the next to come before",
    query: AdminListSupplies,
    response: AdminSupplyListResponse,
  },
  {
    method: "POST",
    path: "/admin/supplies",
    staff: "leads",
    summary: "Make a supply by hand",
    description: REFUSALS,
    body: AdminCreateSupply,
    response: AdminSupplyResponse,
  },
  {
    method: "GET",
    path: "/admin/supplies/:id",
    staff: "everyone",
    summary: "One supply",
    query: AdminNoSupplyQuery,
    response: AdminSupplyResponse,
  },
  {
    method: "POST",
    path: "/admin/supplies/:id",
    staff: "leads",
    summary: "Change a supply that was made by hand, move it on or cancel it",
    description: `${REFUSALS} \`erp_owned\` for one of the ERP, \`supply_closed\` for one that is over, \`supply_move_refused\` for a step back, \`supply_promised\` where more was promised than would come, \`changed_meanwhile\` for another version.`,
    body: AdminChangeSupply,
    response: AdminSupplyResponse,
  },
  {
    method: "GET",
    path: "/admin/supplies/:id/lines",
    staff: "everyone",
    summary: "What a supply brings, by product",
    query: AdminListSupplyLines,
    response: AdminSupplyLinesResponse,
  },
])
