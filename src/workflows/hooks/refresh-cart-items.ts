import { runHook } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { pricingContextOf } from "../cart/pricing-context"
import { settlePrices } from "../cart/settle-prices"
import { throwConflict } from "../order/throw-conflict"

// Every stock flow that changes a cart ends with a refresh, whose first step this is: prices of all lines are brought up to date before Medusa
// computes promotions and totals from them.
refreshCartItemsWorkflow.hooks.setPricingContext(async (hook, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const cart = await contractOfCart(db, hook.cart_id)
  if (cart) {
    await db.transaction((trx) => settlePrices(trx, null, cart.id, { put: idsIn(hook.items) })).catch(throwConflict)
  }
  const { context } = await runHook("refresh-cart-items.setPricingContext", { ...hook }, container)
  return new StepResponse({ ...(await pricingContextOf(db, cart)), ...(cart ? { cart_id: cart.id } : {}), ...context })
})

/** Ids of the lines that the flow has written: the dealer has just put them. */
function idsIn(items: { id?: string }[] | undefined): Set<string> {
  return new Set((items ?? []).flatMap(({ id }) => id ?? []))
}
