import { runHook } from "@kontor/framework"
import { updateCartWorkflow } from "@medusajs/medusa/core-flows"
import { throwRefusals } from "../order/throw-refusals"

updateCartWorkflow.hooks.validate(async (hook, { container }) => {
  const { refusals } = await runHook("update-cart.validate", { ...hook }, container)
  throwRefusals("cart_refused", refusals)
})
