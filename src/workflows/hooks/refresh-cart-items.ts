import { runHook } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { contractOfCart } from "../../database/ordering/contract-of-cart"

refreshCartItemsWorkflow.hooks.setPricingContext(async (hook, { container }) => {
  const cart = await contractOfCart(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), hook.cart_id)
  const { context } = await runHook("refresh-cart-items.setPricingContext", { ...hook }, container)
  return new StepResponse({ ...(cart ? { contract_id: cart.contract_id } : {}), ...context })
})
