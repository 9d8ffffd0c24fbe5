import { MathBN } from "@medusajs/framework/utils"
import type { PriceDecision } from "./decide-price"

/** What one price set of Medusa costs under one contract. */
export interface PricedSet extends Pick<PriceDecision, "price" | "retail_price"> {
  price_set_id: string
  currency_code: string
  /** Stable while the entry lives; names the prices made of it. */
  entry_key: number
}

/** A price as Medusa's pricing service takes it from its repository. */
export interface PriceRow {
  id: string
  price_set_id: string
  amount: string
  raw_amount: { value: string; precision: number }
  currency_code: string
  min_quantity: null
  max_quantity: null
  price_list_id: string | null
  price_list_type: "sale" | null
  rules_count: 0
  price_list_rules_count: 0
}

/** Price lists that exist nowhere: they only tell the service which price is which. */
const CONTRACT_LIST = "kontor_contract"
const RETAIL_LIST = "kontor_retail"

const PRECISION = 20

/**
 * Rows that make Medusa's pricing service calculate the dealer's own price and show the retail price as the original.
 *
 * - Below retail the own price is a sale: the service takes the lower of the two, and carts keep the retail price to compare with.
 * - Above retail a sale would lose. There the own price is the plain one, and retail comes from a list of no type, which the
 *   service shows as the original and never takes.
 * - Without another retail price the own one stands alone and is both.
 */
export function medusaPriceRows(priced: PricedSet): PriceRow[] {
  const { price, retail_price } = priced
  if (price === null) {
    return []
  }
  const own = toRow(priced, "own", price)
  if (retail_price === null || MathBN.eq(retail_price, price)) {
    return [own]
  }
  const retail = toRow(priced, "retail", retail_price)
  return MathBN.lt(price, retail_price)
    ? [{ ...own, price_list_id: CONTRACT_LIST, price_list_type: "sale" }, retail]
    : [{ ...retail, price_list_id: RETAIL_LIST }, own]
}

function toRow({ price_set_id, entry_key, currency_code }: PricedSet, role: "own" | "retail", amount: string): PriceRow {
  return {
    id: `price_${role}_${entry_key}`,
    price_set_id,
    amount,
    raw_amount: { value: amount, precision: PRECISION },
    currency_code,
    min_quantity: null,
    max_quantity: null,
    price_list_id: null,
    price_list_type: null,
    rules_count: 0,
    price_list_rules_count: 0,
  }
}
