import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CartLine } from "../../database/ordering/open-cart-lines"
import type { OrderTerms } from "../../database/ordering/terms-of-contract"
import { pricesOfLines } from "../../database/queries/prices-of-lines"
import type { PriceNow } from "./rules/decide-line-prices"

export interface CartPriceQuery {
  terms: Pick<OrderTerms, "id" | "currency_code">
  /** Of which prices are asked for, YYYY-MM-DD. */
  day: string
  lines: readonly Pick<CartLine, "id" | "entry_key" | "quantity">[]
}

/** What the lines of a cart cost now, by id; a line whose variant is not in the catalogue is left out. */
export async function priceCart(db: Knex, { terms, day, lines }: CartPriceQuery): Promise<Map<string, PriceNow>> {
  const asked = lines.flatMap(({ id, entry_key, quantity }) => (entry_key === null ? [] : [{ id, entry_key, quantity }]))
  if (!asked.length) {
    return new Map()
  }
  const prices = await pricesOfLines(db, { contract_id: terms.id, currency_code: terms.currency_code, day, lines: asked })
  return new Map(
    asked.map(({ id }, index) => [id, { price: prices[index]?.price ?? null, retail_price: prices[index]?.retail_price ?? null }])
  )
}
