import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { Changer } from "../../modules/company/rules/colleague-change"
import { NEW_PERSONS_ROLE } from "../../modules/company/rules/rights-given"
import { createEmployeeWorkflow, type CreateEmployeeInput } from "./create-employee"
import { validateColleagueChangeStep } from "./steps/validate-colleague-change"

export interface HireColleagueInput {
  /** Without a password: the colleague sets it himself. A built-in role that is named must be one that the changer could give. */
  person: Omit<CreateEmployeeInput, "password" | "role"> & { role?: CreateEmployeeInput["role"] | undefined }
  changer: Changer
}

/** An employee makes a colleague, within his own rights and entities, who is invited by mail. */
export const hireColleagueWorkflow = createWorkflow("hire-colleague", (input: HireColleagueInput) => {
  validateColleagueChangeStep(
    transform({ input }, ({ input: { person, changer } }) => ({
      employee_id: null,
      changer,
      ...(person.role ? { role: person.role } : {}),
      role_id: person.role_id ?? null,
      entity_ids: [person.legal_entity_id, ...(person.other_entity_ids ?? [])],
    }))
  )
  const person = transform({ input }, ({ input: { person } }) => ({ ...person, role: person.role ?? NEW_PERSONS_ROLE }))
  const employee = createEmployeeWorkflow.runAsStep({ input: person })
  return new WorkflowResponse(employee)
})
