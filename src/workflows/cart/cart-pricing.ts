import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { tellNotices } from "./rules/tell-price"
import type { CartPricing } from "./types"

/** What the lines of a cart carry with them, as they were priced last; null for a cart under no contract. */
export async function cartPricing(db: Knex, cart_id: string): Promise<CartPricing | null> {
  const cart = await contractOfCart(db, cart_id)
  const terms = cart && (await termsOfContract(db, cart))
  return terms && { changes: tellNotices(await openCartLines(db, cart_id), terms) }
}
