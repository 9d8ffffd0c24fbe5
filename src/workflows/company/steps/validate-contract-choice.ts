import { today } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import { decideContractUse } from "../../../modules/company/rules/contract-usable"
import type CompanyModuleService from "../../../modules/company/service"

export interface ContractChoice {
  contract_id: string
  entity_ids: string[]
}

/**
 * Gives the entity of the contract. Throws NOT_FOUND for a contract that does not exist or belongs to an entity out of sight, alike;
 * NOT_ALLOWED with the code of `contract-usable.ts` for one that cannot be used today.
 */
export const validateContractChoiceStep = createStep(
  "validate-contract-choice",
  async ({ contract_id, entity_ids }: ContractChoice, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const [contract] = await company.listContracts(
      { id: contract_id, legal_entity_id: entity_ids },
      { relations: ["legal_entity"], take: 1 }
    )
    if (!contract) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id ${contract_id} was not found`)
    }
    const decision = decideContractUse(contract, contract.legal_entity, today())
    if (!decision.usable) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, decision.message, decision.code)
    }
    return new StepResponse({ legal_entity_id: contract.legal_entity.id })
  }
)
