import { runHook } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { addOrderLineItemsWorkflow } from "@medusajs/medusa/core-flows"
import { contractOfOrder } from "../../database/ordering/contract-of-cart"

addOrderLineItemsWorkflow.hooks.setPricingContext(async (hook, { container }) => {
  const contract_id = await contractOfOrder(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), hook.order.id)
  const { context } = await runHook("order-add-line-items.setPricingContext", { ...hook }, container)
  return new StepResponse({ ...(contract_id ? { contract_id } : {}), ...context })
})
