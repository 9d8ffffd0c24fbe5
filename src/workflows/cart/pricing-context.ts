import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CartTies } from "../../database/ordering/contract-of-cart"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import { cartThresholds } from "./price-cart"

/** What Medusa's pricing must know of a cart: its contract, and the thresholds by total that it reaches. */
export async function pricingContextOf(db: Knex, cart: CartTies | null): Promise<Record<string, unknown>> {
  if (!cart) {
    return {}
  }
  const { id, contract_id, currency_code } = cart
  const lines = await openCartLines(db, id)
  const { threshold_ids } = await cartThresholds(db, { terms: { id: contract_id, currency_code }, day: today(), lines })
  return { contract_id, threshold_ids }
}
