import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CartLine } from "../../database/ordering/open-cart-lines"
import { readSellables } from "../../database/ordering/read-sellables"
import type { OrderTerms } from "../../database/ordering/terms-of-contract"
import { pricesOfEntries } from "../../database/queries/prices-of-entries"
import type { Sellable } from "./types"

export interface SellablesRequest {
  entry_keys: number[]
  terms: Pick<OrderTerms, "price_type_key" | "currency_code" | "warehouse_ids">
  sales_channel_id: string | null
  /** Lines that the cart has already. */
  cart_lines: CartLine[]
}

/** A set of entries as the decisions need them, by key: prices rounded to the contract's currency. */
export async function loadSellables(db: Knex, request: SellablesRequest): Promise<Map<number, Sellable>> {
  const { entry_keys, terms, sales_channel_id, cart_lines } = request
  const { price_type_key, currency_code, warehouse_ids } = terms
  const rows = await readSellables(db, { entry_keys, sales_channel_id, warehouse_ids })
  const prices = await pricesOfEntries(db, { entry_keys, price_type_key, currency_code })
  const held = new Map(cart_lines.map((line) => [line.entry_key, line]))
  return new Map(
    rows.map((row) => {
      const price = prices.get(row.entry_key)
      const line = held.get(row.entry_key)
      const in_cart = line ? { line_id: line.id, quantity: line.quantity } : null
      return [row.entry_key, { ...row, unit_price: price?.price ?? null, retail_price: price?.retail_price ?? null, in_cart }]
    })
  )
}
