import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CompanyEvents } from "../../modules/company/events"
import { updateEmployeeStep } from "./steps/update-employee"
import { validateContractChoiceStep } from "./steps/validate-contract-choice"

export interface SwitchActiveContractInput {
  employee_id: string
  contract_id: string
  /** The scope of the employee: contracts of other entities do not exist for him. */
  visible_entity_ids: string[]
}

/** Makes a contract the one under which the employee sees prices and orders from now on. */
export const switchActiveContractWorkflow = createWorkflow("switch-active-contract", (input: SwitchActiveContractInput) => {
  validateContractChoiceStep(input)
  const change = transform({ input }, (data) => ({ id: data.input.employee_id, active_contract_id: data.input.contract_id }))
  const employee = updateEmployeeStep(change)
  emitEventStep({
    eventName: CompanyEvents.EMPLOYEE_CONTRACT_SWITCHED,
    data: { id: input.employee_id, contract_id: input.contract_id },
  })
  return new WorkflowResponse(employee)
})
