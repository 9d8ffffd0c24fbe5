import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { partiesOfDraft } from "../../../database/drafts/parties-of-draft"

export interface DraftFor {
  legal_entity_id: string
  contract_id: string
  employee_id: string
}

/**
 * For whom an order shall be made, and the region in which it is. Whether he may order is decided when the draft is tied to the contract.
 *
 * @throws MedusaError NOT_FOUND for a contract of another client and for a person that is not there; NOT_ALLOWED `region_missing`
 */
export const findDraftPartiesStep = createStep("find-draft-parties", async (input: DraftFor, { container }) => {
  const parties = await partiesOfDraft(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input)
  if (!parties) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id ${input.contract_id} was not found`)
  }
  const { employee, region_id, currency_code, contract_number } = parties
  if (!employee) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Employee with id ${input.employee_id} was not found`)
  }
  if (region_id === null) {
    const message = `Contract ${contract_number} is in ${currency_code.toUpperCase()}, and no region of the store sells in it`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "region_missing")
  }
  return new StepResponse({ ...employee, region_id, currency_code })
})
