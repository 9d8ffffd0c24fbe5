import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { CompanyEvents } from "../../modules/company/events"
import type { Changer } from "../../modules/company/rules/colleague-change"
import { recordAuditStep } from "../audit/steps/record-audit"
import { PEOPLE_LOCK } from "./people-lock"
import { updateEmployeeStep } from "./steps/update-employee"
import { validateColleagueChangeStep } from "./steps/validate-colleague-change"

export interface SetEmployeeStateInput {
  employee_id: string
  state: "active" | "blocked"
  /** The employee who asks; nobody when the supplier's staff do. */
  changer?: Changer
  actor: Actor
}

/**
 * Blocks or unblocks a person. Either way all tokens and sessions issued so far are void from this moment: a block must work at once,
 * and a token stolen before it must not come back to life when the block is lifted.
 */
export const setEmployeeStateWorkflow = createWorkflow("set-employee-state", (input: SetEmployeeStateInput) => {
  acquireLockStep(PEOPLE_LOCK)
  validateColleagueChangeStep(
    transform({ input }, ({ input: { employee_id, state, changer } }) => ({ employee_id, state, changer: changer ?? null }))
  )
  const change = transform({ input }, (data) => ({
    id: data.input.employee_id,
    state: data.input.state,
    tokens_valid_from: new Date().toISOString(),
  }))
  const { employee, before, home_entity_id } = updateEmployeeStep(change)
  const eventName = transform({ input }, (data) =>
    data.input.state === "blocked" ? CompanyEvents.EMPLOYEE_BLOCKED : CompanyEvents.EMPLOYEE_UNBLOCKED
  )
  const entry = transform({ input, eventName, before, home_entity_id }, (data) => ({
    actor: data.input.actor,
    action: data.eventName,
    subject_type: "employee",
    subject_id: data.input.employee_id,
    legal_entity_id: data.home_entity_id,
    before: { state: data.before.state },
    after: { state: data.input.state },
  }))
  recordAuditStep(entry)
  emitEventStep({ eventName, data: { id: input.employee_id } })
  releaseLockStep({ key: PEOPLE_LOCK.key })
  return new WorkflowResponse(employee)
})
