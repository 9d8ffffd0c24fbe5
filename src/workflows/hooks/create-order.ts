import { runHook, today } from "@kontor/framework"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { decideContractUse } from "../../modules/company/rules/contract-usable"

// An order that staff make by hand has no cart; the screen that makes it names the contract. It binds them as it binds the dealer.
createOrderWorkflow.hooks.setPricingContext(async (hook, { container }) => {
  const contract_id: unknown = hook.additional_data?.contract_id
  if (typeof contract_id === "string") {
    const terms = await termsOfContract(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { contract_id })
    if (!terms) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id ${contract_id} was not found`)
    }
    const use = decideContractUse(terms, terms.entity, today())
    if (!use.usable) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, use.message, use.code)
    }
  }
  const { context } = await runHook("create-orders.setPricingContext", { ...hook }, container)
  return new StepResponse({ ...(typeof contract_id === "string" ? { contract_id } : {}), ...context })
})
