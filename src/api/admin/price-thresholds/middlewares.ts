import { defineRoutes } from "@kontor/framework"
import {
  AdminChangePriceThreshold,
  AdminCreatePriceThreshold,
  AdminEndedPriceThreshold,
  AdminListPriceThresholds,
  AdminPriceThresholdListResponse,
  AdminPriceThresholdResponse,
} from "./validators"

const REFUSALS =
  "400 with code `threshold_scope_invalid`, `threshold_scope_unknown`, `threshold_currency_invalid`, `currency_unknown`, `threshold_amount_invalid`, `threshold_type_unknown`, `too_many_thresholds` or `days_out_of_order`."

export const adminPriceThresholdMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/price-thresholds",
    staff: "leads",
    summary: "Thresholds from which another price type holds",
    query: AdminListPriceThresholds,
    response: AdminPriceThresholdListResponse,
  },
  {
    method: "POST",
    path: "/admin/price-thresholds",
    staff: "leads",
    summary: "Make a threshold",
    description: REFUSALS,
    body: AdminCreatePriceThreshold,
    response: AdminPriceThresholdResponse,
  },
  {
    method: "POST",
    path: "/admin/price-thresholds/:id",
    staff: "leads",
    summary: "Change a threshold that was made by hand",
    description: `${REFUSALS} \`erp_owned\` for one of the ERP, \`changed_meanwhile\` for another version.`,
    body: AdminChangePriceThreshold,
    response: AdminPriceThresholdResponse,
  },
  {
    method: "DELETE",
    path: "/admin/price-thresholds/:id",
    staff: "leads",
    summary: "End a threshold that was made by hand",
    description: "Open carts go back at their next answer. 400 with code `erp_owned` for one of the ERP.",
    response: AdminEndedPriceThreshold,
  },
])
