import { type Refusal, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { relinkCartContract } from "../../database/ordering/link-cart-contract"
import { lockCart } from "../../database/ordering/lock-cart"
import { lockCartLines } from "../../database/ordering/open-cart-lines"
import type { OrderTerms } from "../../database/ordering/terms-of-contract"
import { writeCartLines } from "../../database/ordering/write-cart-lines"
import { loadSellables } from "./load-sellables"
import { cartThresholds } from "./price-cart"
import type { Promotions } from "./promotions"
import { type ChangedLine, decideContractChange } from "./rules/decide-contract-change"
import { decideCartUse } from "./rules/decide-cart-use"
import { settlePromotions } from "./settle-promotions"
import { toCartLine } from "./to-cart-line"

export interface CartMoveInput {
  cart_id: string
  contract_id: string
  /** Legal entities in whose name carts may be changed. */
  entity_ids: string[]
}

/** What became of a cart that went over to another contract. */
export interface CartMove {
  cart_id: string
  /** False when it stays under its contract, for the reasons in `refusals`. */
  is_moved: boolean
  refusals: Refusal[]
  lines: ChangedLine[]
}

/**
 * Puts a cart under another contract, of these terms, and decides all its lines anew, under the lock that adding lines and placing take too. A cart that has
 * become an order meanwhile, or whose currency is another, stays as it is.
 */
export async function moveCart(
  trx: Knex.Transaction,
  promotions: Promotions,
  input: CartMoveInput,
  terms: OrderTerms | null
): Promise<CartMove> {
  const { cart_id, contract_id, entity_ids } = input
  const cart = await lockCart(trx, cart_id)
  if (!cart || cart.is_completed) {
    const message = `Cart ${cart_id} has already become an order`
    return { cart_id, is_moved: false, refusals: [{ code: "cart_completed", message, subject: cart_id }], lines: [] }
  }
  const day = today()
  const refusals = decideCartUse(cart, terms, day, entity_ids)
  if (!terms || refusals.length) {
    return { cart_id, is_moved: false, refusals, lines: [] }
  }
  // First of all, since what the lines are sold as, and what of them counts for thresholds, is what the new contract sees.
  await relinkCartContract(trx, { cart_id, contract_id })
  const cart_lines = await lockCartLines(trx, cart_id)
  const entry_keys = [...new Set(cart_lines.flatMap(({ entry_key }) => entry_key ?? []))]
  const { threshold_ids } = await cartThresholds(trx, { terms, day, lines: cart_lines })
  const { sales_channel_id } = cart
  const sellables = await loadSellables(trx, { entry_keys, terms, sales_channel_id, day, threshold_ids, cart_lines, is_settled: true })
  const { changed, writes } = decideContractChange(cart_lines, sellables)
  await writeCartLines(trx, {
    cart_id,
    is_tax_inclusive: terms.includes_vat,
    added: [],
    updated: writes.flatMap((write) => (write.line_id === null ? [] : [toCartLine(write.line_id, write, terms)])),
  })
  await settlePromotions(trx, promotions, cart_id)
  return { cart_id, is_moved: true, refusals: [], lines: changed }
}
