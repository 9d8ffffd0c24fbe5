import { runHook } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { updateLineItemInCartWorkflow } from "@medusajs/medusa/core-flows"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import { pricingContextOf } from "../cart/pricing-context"
import { refuseStockLines } from "../cart/refuse-stock-lines"
import { throwRefusals } from "../order/throw-refusals"

updateLineItemInCartWorkflow.hooks.validate(async (hook, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { cart_id, item_id, update } = hook.input
  const cart = await contractOfCart(db, cart_id)
  const line = (await openCartLines(db, cart_id)).find(({ id }) => id === item_id)
  // A quantity of zero takes the line out, which is always allowed.
  const isRemoved = update.quantity !== undefined && Number(update.quantity) === 0
  const asked = line?.variant_id && !isRemoved ? [{ variant_id: line.variant_id, quantity: String(update.quantity ?? line.quantity) }] : []
  const own = cart && !isRemoved ? await refuseStockLines(db, cart, asked, "set") : []
  const { refusals } = await runHook("update-line-item-in-cart.validate", { ...hook }, container)
  throwRefusals("lines_refused", [...own, ...refusals])
})

updateLineItemInCartWorkflow.hooks.setPricingContext(async (hook, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const own = await pricingContextOf(db, await contractOfCart(db, hook.cart.id))
  const { context } = await runHook("update-line-item-in-cart.setPricingContext", { ...hook }, container)
  return new StepResponse({ ...own, ...context })
})
