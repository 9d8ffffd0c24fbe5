import { defineRoutes } from "@kontor/framework"
import {
  AdminChangeOrderRule,
  AdminCreateOrderRule,
  AdminEndedOrderRule,
  AdminListOrderRules,
  AdminOrderRuleListResponse,
  AdminOrderRulePreviewResponse,
  AdminOrderRuleResponse,
  AdminPreviewOrderRule,
} from "./validators"

const REFUSALS =
  "400 with code `order_rule_empty`, `order_rule_impossible`, `order_rule_scope_invalid`, `order_rule_target_invalid`, `order_rule_scope_unknown`, `order_rule_product_unknown`, `order_rule_category_unknown` or `order_rule_unit_unknown`."
const STALE = "`order_rule_exists`, `erp_owned` for one of the ERP, `changed_meanwhile` for another version."

export const adminOrderRuleMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/order-rules",
    staff: "leads",
    summary: "Rules of multiplicity, minimum and maximum, made last first",
    query: AdminListOrderRules,
    response: AdminOrderRuleListResponse,
  },
  {
    method: "POST",
    path: "/admin/order-rules",
    staff: "leads",
    summary: "Make an order rule",
    description: `The same asked again gives the one that was made. ${REFUSALS} \`order_rule_exists\` where another one says something else.`,
    body: AdminCreateOrderRule,
    response: AdminOrderRuleResponse,
  },
  {
    method: "POST",
    path: "/admin/order-rules/preview",
    staff: "leads",
    summary: "What an order rule would do: how much it reaches, what may be ordered before and after",
    description: `Nothing is saved. Compares at most 40 contracts and 20,000 pairs, and says so. ${REFUSALS} ${STALE} \`preview_too_slow\`.`,
    body: AdminPreviewOrderRule,
    response: AdminOrderRulePreviewResponse,
  },
  {
    method: "POST",
    path: "/admin/order-rules/:id",
    staff: "leads",
    summary: "Change an order rule that was made by hand",
    description: `${REFUSALS} ${STALE}`,
    body: AdminChangeOrderRule,
    response: AdminOrderRuleResponse,
  },
  {
    method: "DELETE",
    path: "/admin/order-rules/:id",
    staff: "leads",
    summary: "End an order rule that was made by hand",
    description: "400 with code `erp_owned` for one of the ERP.",
    response: AdminEndedOrderRule,
  },
])
