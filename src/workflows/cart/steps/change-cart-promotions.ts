import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { lockCart } from "../../../database/ordering/lock-cart"
import { termsOfContract } from "../../../database/ordering/terms-of-contract"
import { isPaidByCollection, promotionsByCodes, promotionsPutOnCart } from "../../../database/promotions/chosen-promotions"
import { linkPromotions } from "../../../database/promotions/write-cart-promotions"
import { throwConflict } from "../../order/throw-conflict"
import { type Promotions, promotionsOf } from "../promotions"
import { decideCartUse } from "../rules/decide-cart-use"
import { settlePrices } from "../settle-prices"

export interface CartPromotionsChange {
  cart_id: string
  change: "add" | "remove" | "clear"
  /** None for `clear`. */
  codes: string[]
}

/** In one transaction, and repeating it changes nothing, so it needs no compensation. */
export const changeCartPromotionsStep = createStep("change-cart-promotions", async (input: CartPromotionsChange, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await db.transaction((trx) => changePromotions(trx, promotionsOf(container), input)).catch(throwConflict)
  return new StepResponse({ is_paid_by_collection: await isPaidByCollection(db, input.cart_id) })
})

async function changePromotions(trx: Knex.Transaction, promotions: Promotions, { cart_id, change, codes }: CartPromotionsChange) {
  await requireOpen(trx, cart_id)
  const chosen = change === "clear" ? await promotionsPutOnCart(trx, cart_id) : await promotionsByCodes(trx, codes)
  if (change === "add") {
    const known = new Set(chosen.map(({ code }) => code))
    const unknown = codes.find((code) => !known.has(code))
    if (unknown !== undefined) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `The promotion code ${unknown} is invalid`)
    }
    await linkPromotions(trx, { cart_id, promotion_ids: chosen.map(({ id }) => id) })
  }
  // An automatic one comes without being asked, and would come back.
  const without = change === "add" ? [] : chosen.filter(({ is_automatic }) => !is_automatic).map(({ id }) => id)
  await settlePrices(trx, promotions, cart_id, { without: new Set(without) })
}

/** Holds the cart, which is one that can be changed. */
async function requireOpen(trx: Knex.Transaction, cart_id: string): Promise<void> {
  const cart = await lockCart(trx, cart_id)
  if (!cart || cart.is_completed) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cart ${cart_id} has already become an order`, "cart_completed")
  }
  const terms = cart.contract_id === null ? null : await termsOfContract(trx, { contract_id: cart.contract_id })
  const [refusal] = decideCartUse(cart, terms, today(), null)
  if (refusal) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, refusal.message, refusal.code)
  }
}
