import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { promotionsOf } from "../promotions"
import { settlePrices } from "../settle-prices"

/** In one transaction, and repeating it changes nothing, so it needs no compensation. Does not stand in line for the cart: who holds it prices it. */
export const refreshCartPricesStep = createStep("refresh-cart-prices", async ({ cart_id }: { cart_id: string }, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await db.transaction((trx) => settlePrices(trx, promotionsOf(container), cart_id, { wait: false }))
  return new StepResponse(void 0)
})
