import { defineRoutes } from "@kontor/framework"
import {
  AdminChangeReservationRule,
  AdminCreateReservationRule,
  AdminEndedReservationRule,
  AdminListReservationRules,
  AdminPreviewReservationRule,
  AdminReservationRuleListResponse,
  AdminReservationRulePreviewResponse,
  AdminReservationRuleResponse,
} from "./validators"

const REFUSALS =
  "400 with code `reservation_rule_empty`, `reservation_rule_states_missing`, `reservation_rule_states_unused`, `reservation_rule_scope_unknown`, `reservation_rule_exists` where another one stands for the same clients."

export const adminReservationRuleMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/reservation-rules",
    staff: "leads",
    summary: "When and how long orders are reserved, by client; made last first",
    query: AdminListReservationRules,
    response: AdminReservationRuleListResponse,
  },
  {
    method: "POST",
    path: "/admin/reservation-rules",
    staff: "leads",
    summary: "Make a reservation rule; it holds for orders that come",
    description: `The same asked again gives the one that was made. ${REFUSALS}`,
    body: AdminCreateReservationRule,
    response: AdminReservationRuleResponse,
  },
  {
    method: "POST",
    path: "/admin/reservation-rules/preview",
    staff: "leads",
    summary: "What a reservation rule would do to orders that come: whom it reaches, and how they are reserved before and after",
    description: `Nothing is saved. Shows at most 20 contracts, changed ones first. ${REFUSALS} \`preview_too_slow\`.`,
    body: AdminPreviewReservationRule,
    response: AdminReservationRulePreviewResponse,
  },
  {
    method: "POST",
    path: "/admin/reservation-rules/:id",
    staff: "leads",
    summary: "Change a reservation rule",
    description: `${REFUSALS} \`changed_meanwhile\` for another version.`,
    body: AdminChangeReservationRule,
    response: AdminReservationRuleResponse,
  },
  {
    method: "DELETE",
    path: "/admin/reservation-rules/:id",
    staff: "leads",
    summary: "End a reservation rule",
    response: AdminEndedReservationRule,
  },
])
