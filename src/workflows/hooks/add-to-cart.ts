import { runHook } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { addToCartWorkflow } from "@medusajs/medusa/core-flows"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { freeToAddTo, takeBack } from "../../database/ordering/lines-to-add-to"
import { pricingContextOf } from "../cart/pricing-context"
import { refuseStockLines } from "../cart/refuse-stock-lines"
import { refuseWithoutContract } from "../cart/refuse-without-contract"
import { throwRefusals } from "../order/throw-refusals"

addToCartWorkflow.hooks.validate(
  async (hook, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const cart = await contractOfCart(db, hook.cart.id)
    const asked = (hook.input.items ?? []).flatMap(({ variant_id, quantity, metadata = null }) =>
      variant_id ? [{ variant_id, quantity: String(quantity), metadata }] : []
    )
    const own = cart ? await refuseStockLines(db, cart, asked, "add") : await refuseWithoutContract(db, hook.cart.customer_id, asked)
    const { refusals } = await runHook("add-to-cart.validate", { ...hook }, container)
    throwRefusals("lines_refused", [...own, ...refusals])
    const items = asked.map(({ variant_id, metadata }) => ({ variant_id, metadata }))
    const freed = cart && items.length > 0 ? await freeToAddTo(db, { cart_id: cart.id, items }) : []
    return new StepResponse(undefined, freed)
  },
  async (freed, { container }) => {
    if (freed && freed.length > 0) {
      await takeBack(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), freed)
    }
  }
)

addToCartWorkflow.hooks.setPricingContext(async (hook, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const own = await pricingContextOf(db, await contractOfCart(db, hook.cart.id))
  const { context } = await runHook("add-to-cart.setPricingContext", { ...hook }, container)
  return new StepResponse({ ...own, ...context })
})
