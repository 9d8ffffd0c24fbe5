import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import type { CartLine } from "../../database/ordering/open-cart-lines"
import { readSellables } from "../../database/ordering/read-sellables"
import type { OrderTerms } from "../../database/ordering/terms-of-contract"
import { pricesOfLines } from "../../database/queries/prices-of-lines"
import type { AskedUnit } from "../../modules/order-rules/rules/asked-together"
import type { Sellable } from "./types"

export interface SellablesRequest {
  entry_keys: number[]
  terms: Pick<OrderTerms, "id" | "currency_code" | "warehouse_ids" | "assortment">
  sales_channel_id: string | null
  /** Of which prices are asked for, YYYY-MM-DD. */
  day: string
  /** Thresholds by total that the cart reaches; left out before that is known. */
  threshold_ids?: readonly string[]
  /** Lines that the cart has already. */
  cart_lines: CartLine[]
  /** The units that they were asked in, by line; left out where nothing is put on top of them. */
  asked?: ReadonlyMap<string, AskedUnit>
  /** Whether the quantities are settled: prices are asked for from those of the cart on, so that they are exact whatever adjusters make of a quantity. */
  is_settled?: boolean
}

/** Prices are asked for from the smallest quantity on, so that a line may be decided with whatever quantity it comes to. */
const SMALLEST = "0"

/** A set of entries as the decisions need them, by key: prices by quantity, rounded to the contract's currency. */
export async function loadSellables(db: Knex, request: SellablesRequest): Promise<Map<number, Sellable>> {
  const { entry_keys, terms, sales_channel_id, day, threshold_ids, cart_lines, asked, is_settled = false } = request
  const { id: contract_id, warehouse_ids, assortment: sight } = terms
  const rows = await readSellables(db, { entry_keys, contract_id, sales_channel_id, warehouse_ids, sight })
  const least = is_settled ? leastQuantities(cart_lines) : new Map<number, string>()
  const lines = rows.map(({ entry_key }) => ({ entry_key, quantity: least.get(entry_key) ?? SMALLEST }))
  const prices = await pricesOfLines(db, { contract_id: terms.id, currency_code: terms.currency_code, day, threshold_ids, lines }, "ladder")
  const held = new Map(cart_lines.map((line) => [line.entry_key, line]))
  return new Map(
    rows.map((row, index) => {
      const price = prices[index]
      const line = held.get(row.entry_key)
      const in_cart = line ? { line_id: line.id, quantity: line.quantity, asked: asked?.get(line.id) ?? null } : null
      const { steps = [], retail_price = null, withheld = null } = price ?? {}
      const missing_rate = price?.missing_rate ? { ...price.missing_rate, day } : null
      return [row.entry_key, { ...row, prices: steps, missing_rate, withheld, retail_price, in_cart }]
    })
  )
}

/** The least quantity that the cart holds of each entry. */
function leastQuantities(lines: CartLine[]): Map<number, string> {
  const least = new Map<number, string>()
  for (const { entry_key, quantity } of lines) {
    const known = entry_key === null ? undefined : least.get(entry_key)
    if (entry_key !== null && (known === undefined || MathBN.lt(quantity, known))) {
      least.set(entry_key, quantity)
    }
  }
  return least
}
