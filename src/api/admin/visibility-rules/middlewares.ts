import { defineRoutes } from "@kontor/framework"
import {
  AdminChangeVisibilityRule,
  AdminCreateVisibilityRule,
  AdminEndedVisibilityRule,
  AdminListVisibilityRules,
  AdminPreviewVisibilityRule,
  AdminVisibilityPreviewResponse,
  AdminVisibilityRuleListResponse,
  AdminVisibilityRuleResponse,
} from "./validators"

const REFUSALS =
  "400 with code `visibility_scope_invalid`, `visibility_scope_unknown`, `visibility_target_invalid`, `visibility_category_unknown`, `visibility_entry_unknown`, `visibility_list_empty`, `too_many_visibility_rules`, or `prices_being_loaded` while a load holds the goods."

/** Thousands of articles are longer than the 100 KB that bodies have else. */
const bodyParser = { sizeLimit: "2mb" }

export const adminVisibilityRuleMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/visibility-rules",
    staff: "leads",
    summary: "Rules of who sees which goods",
    query: AdminListVisibilityRules,
    response: AdminVisibilityRuleListResponse,
  },
  {
    method: "POST",
    path: "/admin/visibility-rules",
    staff: "leads",
    summary: "Make a rule of visibility",
    description: `It holds from the answer on. ${REFUSALS}`,
    body: AdminCreateVisibilityRule,
    bodyParser,
    response: AdminVisibilityRuleResponse,
  },
  {
    method: "POST",
    path: "/admin/visibility-rules/preview",
    staff: "leads",
    summary: "How many products a rule would hide from, or show to, how many clients",
    description: `Writes nothing. ${REFUSALS} \`preview_too_slow\` when it takes too long.`,
    body: AdminPreviewVisibilityRule,
    bodyParser,
    response: AdminVisibilityPreviewResponse,
  },
  {
    method: "POST",
    path: "/admin/visibility-rules/:id",
    staff: "leads",
    summary: "Change a rule of visibility that was made by hand",
    description: `${REFUSALS} \`erp_owned\` for one of the ERP, \`changed_meanwhile\` for another version.`,
    body: AdminChangeVisibilityRule,
    bodyParser,
    response: AdminVisibilityRuleResponse,
  },
  {
    method: "DELETE",
    path: "/admin/visibility-rules/:id",
    staff: "leads",
    summary: "End a rule of visibility that was made by hand",
    description: "400 with code `erp_owned` for one of the ERP.",
    response: AdminEndedVisibilityRule,
  },
])
