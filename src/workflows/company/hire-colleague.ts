import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { Changer } from "../../modules/company/rules/colleague-change"
import { createEmployeeWorkflow, type CreateEmployeeInput } from "./create-employee"
import { validateColleagueChangeStep } from "./steps/validate-colleague-change"

export interface HireColleagueInput {
  /** Without a password: the colleague sets it himself. */
  person: Omit<CreateEmployeeInput, "password">
  changer: Changer
}

/** An employee makes a colleague, within his own rights and entities, who is invited by mail. */
export const hireColleagueWorkflow = createWorkflow("hire-colleague", (input: HireColleagueInput) => {
  validateColleagueChangeStep(
    transform({ input }, ({ input: { person, changer } }) => ({
      employee_id: null,
      changer,
      role: person.role,
      role_id: person.role_id ?? null,
      entity_ids: [person.legal_entity_id, ...(person.other_entity_ids ?? [])],
    }))
  )
  const employee = createEmployeeWorkflow.runAsStep({ input: input.person })
  return new WorkflowResponse(employee)
})
