import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ReservationRuleListing } from "../../database/reservations/reservation-rules"
import { type ReservationRuleChange, restoreReservationRule, saveReservationRule } from "../../database/reservations/save-reservation-rule"
import { recordAuditStep } from "../audit/steps/record-audit"

export type SaveReservationRuleInput = ReservationRuleChange & { actor: Actor }

/** Undone by writing what stood before; one that is new is gone again. */
const saveReservationRuleStep = createStep(
  "save-reservation-rule",
  async (change: ReservationRuleChange, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const saved = await db.transaction((trx) => saveReservationRule(trx, change))
    return new StepResponse(saved, saved)
  },
  async (saved, { container }) => {
    if (saved) {
      await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => restoreReservationRule(trx, saved))
    }
  }
)

/** Makes, changes or ends a reservation rule; what changes nothing is not logged. Errors as of `saveReservationRule`. */
export const saveReservationRuleWorkflow = createWorkflow("save-reservation-rule", (input: SaveReservationRuleInput) => {
  const saved = saveReservationRuleStep({ id: input.id, updated_at: input.updated_at, draft: input.draft })
  const entries = transform({ input, saved }, ({ input: { actor }, saved: { id, before, after } }) => {
    const action = before === null ? "created" : after === null ? "ended" : "updated"
    const facts = { before: before && factsOf(before), after: after && factsOf(after) }
    return JSON.stringify(facts.before) === JSON.stringify(facts.after)
      ? []
      : [{ actor, action: `reservation_rule.${action}`, subject_type: "reservation_rule", subject_id: id, ...facts }]
  })
  recordAuditStep(entries)
  return new WorkflowResponse(saved)
})

/** What the log keeps of a rule, in words that people read. */
function factsOf({ scope, starts, start_states, hours, warn_hours, keep_states, taken_states, renewals }: ReservationRuleListing) {
  const words = (states: string[] | null) => states && states.join(", ")
  return {
    ...{ scope_kind: scope.kind, scope_name: scope.name ?? scope.id, starts, start_states: words(start_states), hours, warn_hours },
    ...{ keep_states: words(keep_states), taken_states: words(taken_states), renewals },
  }
}
