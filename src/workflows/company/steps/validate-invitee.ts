import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { colleagueFacts } from "../../../database/people/colleague-facts"

/** Gives the entity of the person. Throws NOT_ALLOWED `employee_blocked` for one whose link would be as good as none, and NOT_FOUND. */
export const validateInviteeStep = createStep("validate-invitee", async ({ employee_id }: { employee_id: string }, { container }) => {
  const employee = await colleagueFacts(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { employee_id })
  if (!employee) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Employee with id ${employee_id} was not found`)
  }
  if (employee.state !== "active") {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Employee ${employee_id} is blocked and is not invited.`, "employee_blocked")
  }
  return new StepResponse({ home_entity_id: employee.home_entity_id })
})
