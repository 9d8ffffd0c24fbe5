import type { CalculatedPriceSet } from "@medusajs/framework/types"
import type { PriceDecision } from "./decide-price"
import { compareDecimals, parseDecimal } from "./decimal"
import { onOneFooting, type VatFooting } from "./vat-footing"

/** What one price set of Medusa costs under one contract. */
export interface PricedSet extends Pick<PriceDecision, "price" | "retail_price"> {
  price_set_id: string
  currency_code: string
  /** Stable while the entry lives; names the prices made of it. */
  entry_key: number
  /** Whether the own price includes VAT, by the contract's price type. */
  is_tax_inclusive: boolean
  /** The same of the retail price, by the retail type. */
  is_retail_tax_inclusive: boolean
  /** Null = own and retail price say the same of VAT. */
  footing: VatFooting | null
}

/** Price lists that exist nowhere: they only tell which price is which. */
const CONTRACT_LIST = { price_list_id: "kontor_contract", price_list_type: "sale" }
const RETAIL_LIST = { price_list_id: "kontor_retail", price_list_type: null }
const NO_LIST = { price_list_id: null, price_list_type: null }

const PRECISION = 20

/**
 * The answer of Medusa's pricing service: the dealer's own price is the calculated one, the retail price the original one.
 *
 * - Below retail the own price is a sale, so that carts keep the retail price to compare with.
 * - Above retail it is the plain price, and retail one of a list, as Medusa tells of overrides.
 * - Without another retail price the own one stands alone and is both.
 *
 * Below and above: where one of them includes VAT and the other does not, with the tax of both.
 *
 * @returns null without an own price: stock flows cannot sell what has no calculated price
 */
export function calculatedPriceSet(priced: PricedSet): CalculatedPriceSet | null {
  const { price_set_id, entry_key, currency_code, is_tax_inclusive, price, footing } = priced
  if (price === null) {
    return null
  }
  const retail = priced.retail_price ?? price
  const between = priced.retail_price === null ? null : footing
  const difference = compareDecimals(...onOneFooting(parseDecimal(price), parseDecimal(retail), between))
  const isAlone = difference === 0 && between === null
  const ownList = difference < 0 ? CONTRACT_LIST : NO_LIST
  const retailList = difference > 0 ? RETAIL_LIST : NO_LIST
  const ownId = `price_own_${entry_key}`
  return {
    id: price_set_id,
    is_calculated_price_price_list: ownList !== NO_LIST,
    is_calculated_price_tax_inclusive: is_tax_inclusive,
    calculated_amount: Number(price),
    raw_calculated_amount: { value: price, precision: PRECISION },
    is_original_price_price_list: retailList !== NO_LIST,
    is_original_price_tax_inclusive: priced.retail_price === null ? is_tax_inclusive : priced.is_retail_tax_inclusive,
    original_amount: Number(retail),
    raw_original_amount: { value: retail, precision: PRECISION },
    currency_code,
    calculated_price: { id: ownId, ...ownList, min_quantity: null, max_quantity: null },
    original_price: { id: isAlone ? ownId : `price_retail_${entry_key}`, ...retailList, min_quantity: null, max_quantity: null },
  }
}
