import { defineRoutes } from "@kontor/framework"
import { AdminAssignManager } from "../legal-entities/validators"
import { AdminChangeHolding, AdminHoldingListResponse, AdminHoldingQuery, AdminHoldingResponse, AdminListHoldings } from "./validators"

export const adminHoldingMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/holdings",
    staff: "everyone",
    summary: "List holdings by name",
    query: AdminListHoldings,
    response: AdminHoldingListResponse,
  },
  {
    method: "GET",
    path: "/admin/holdings/:id",
    staff: "everyone",
    summary: "One holding with its head and its managers",
    description: "Its entities: `GET /admin/legal-entities?holding_id=`.",
    query: AdminHoldingQuery,
    response: AdminHoldingResponse,
  },
  {
    method: "POST",
    path: "/admin/holdings/:id",
    staff: "leads",
    summary: "Say whether a holding shares its own part numbers",
    description: "Where two entities mean different products by a number, neither is guessed for a third; an entity's own word goes first.",
    body: AdminChangeHolding,
    response: AdminHoldingResponse,
  },
  {
    method: "POST",
    path: "/admin/holdings/:id/managers",
    staff: "leads",
    summary: "Give all entities of a holding to a manager or an assistant",
    description: "404 with code `user_unknown` when no user has the e-mail.",
    body: AdminAssignManager,
    response: AdminHoldingResponse,
  },
  {
    method: "DELETE",
    path: "/admin/holdings/:id/managers/:assignment_id",
    staff: "leads",
    summary: "Take a holding from a manager or an assistant",
    description: "400 with code `erp_owned` for an assignment that the ERP made.",
    response: AdminHoldingResponse,
  },
])
