import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lockDraftLines, writeDraftPrices } from "../../database/drafts/draft-lines"
import type { RefinedPrice } from "../../database/ordering/refined-prices"
import type { OrderTerms } from "../../database/ordering/terms-of-contract"
import { priceCart } from "../cart/price-cart"
import { explainLines } from "./check-lines"
import { orderTotal } from "./rules/order-total"

/** The ERP is asked about carts alone. */
export const NOT_REFINED: ReadonlyMap<string, RefinedPrice> = new Map()

/**
 * Prices an order that staff make as a cart under its contract is priced, under its lock: thresholds by total included, each line with its explanation.
 * What was typed in by hand does not hold. A line that has no price keeps what it had: it is refused when the order is placed.
 */
export async function settleDraft(
  trx: Knex.Transaction,
  { order_id, terms, day }: { order_id: string; terms: OrderTerms; day: string }
): Promise<void> {
  const lines = await lockDraftLines(trx, { order_id, sight: terms.assortment })
  const { prices: now } = await priceCart(trx, { terms, day, lines })
  const { explanations } = await explainLines(trx, { terms, lines, day, refined: NOT_REFINED })
  const prices = lines.flatMap(({ id: line_id, is_listed }) => {
    const { price: unit_price = null, retail_price = null } = now.get(line_id) ?? {}
    const price = explanations.get(line_id)
    return is_listed && price && unit_price !== null ? [{ line_id, unit_price, retail_price, price }] : []
  })
  const priceOf = new Map(prices.map(({ line_id, unit_price }) => [line_id, unit_price]))
  const total = orderTotal(lines.map((line) => ({ ...line, unit_price: priceOf.get(line.id) ?? line.unit_price })))
  await writeDraftPrices(trx, { order_id, terms, prices, total })
}
