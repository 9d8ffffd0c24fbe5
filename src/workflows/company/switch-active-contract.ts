import type { Actor } from "@kontor/framework"
import { CartWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CompanyEvents } from "../../modules/company/events"
import { recordAuditStep } from "../audit/steps/record-audit"
import { moveCartsStep } from "../cart/steps/move-carts"
import { updateEmployeeStep } from "./steps/update-employee"
import { validateContractChoiceStep } from "./steps/validate-contract-choice"

export interface SwitchActiveContractInput {
  employee_id: string
  contract_id: string
  /** Entities whose contracts he may work under; contracts of others do not exist for him. */
  entity_ids: string[]
  /** As whom he signs in: his open carts go over to the new contract with him. */
  customer_id: string
  /** The contract he works under now, chosen or not. */
  current_contract_id: string | null
  actor: Actor
}

/**
 * Makes a contract the one under which the employee sees prices and orders from now on. His open carts under the contract he leaves come
 * along; the answer tells of each what changed.
 */
export const switchActiveContractWorkflow = createWorkflow("switch-active-contract", (input: SwitchActiveContractInput) => {
  const contract = validateContractChoiceStep(input)
  const change = transform({ input }, (data) => ({ id: data.input.employee_id, active_contract_id: data.input.contract_id }))
  const { employee, before } = updateEmployeeStep(change)
  const entry = transform({ input, contract, before }, (data) => ({
    actor: data.input.actor,
    action: CompanyEvents.EMPLOYEE_CONTRACT_SWITCHED,
    subject_type: "employee",
    subject_id: data.input.employee_id,
    legal_entity_id: data.contract.legal_entity_id,
    before: { active_contract_id: data.before.active_contract_id },
    after: { active_contract_id: data.input.contract_id },
  }))
  recordAuditStep(entry)
  emitEventStep({
    eventName: CompanyEvents.EMPLOYEE_CONTRACT_SWITCHED,
    data: { id: input.employee_id, contract_id: input.contract_id },
  })
  const carts = moveCartsStep(
    transform({ input, before }, (data) => ({
      customer_id: data.input.customer_id,
      left_contract_id: data.before.active_contract_id ?? data.input.current_contract_id,
      contract_id: data.input.contract_id,
      entity_ids: data.input.entity_ids,
    }))
  )
  emitEventStep({
    eventName: CartWorkflowEvents.UPDATED,
    data: transform({ carts }, (data) => data.carts.filter(({ is_moved }) => is_moved).map(({ cart_id }) => ({ id: cart_id }))),
  }).config({ name: "emit-carts-updated" })
  return new WorkflowResponse({ employee, carts })
})
