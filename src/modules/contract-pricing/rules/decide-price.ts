import { addDecimals, compareDecimals, parseDecimal, writeDecimal } from "./decimal"
import { roundPrice } from "./round-price"

/** What is known of the price of one entry under one contract. Amounts are exact decimals, not yet rounded. */
export interface PriceFacts {
  /** What one base unit costs after all adjustments; null = there is no price. */
  amount: string | null
  currency_code: string
  retail_amount: string | null
  retail_currency_code: string | null
}

/** Prices of one base unit, rounded to the currency. */
export interface PriceDecision {
  price: string | null
  retail_price: string | null
  /** How much the own price lies below retail, percent with at most two digits; null when it does not, or there is no retail price. */
  discount_percent: string | null
  /** No price of one's own means that the product cannot be ordered; zero is a price. */
  is_orderable: boolean
}

/** Own price and recommended retail price. A retail price in another currency is left out: it cannot stand beside the own one. */
export function decidePrice(facts: PriceFacts): PriceDecision {
  const isComparable = facts.retail_currency_code?.toLowerCase() === facts.currency_code.toLowerCase()
  const price = facts.amount === null ? null : roundPrice(facts.amount, facts.currency_code)
  const retail_price = facts.retail_amount === null || !isComparable ? null : roundPrice(facts.retail_amount, facts.currency_code)
  return { price, retail_price, discount_percent: discountPercent(price, retail_price), is_orderable: price !== null }
}

function discountPercent(price: string | null, retail: string | null): string | null {
  if (price === null || retail === null) {
    return null
  }
  const [own, full] = [parseDecimal(price), parseDecimal(retail)]
  if (compareDecimals(own, full) >= 0) {
    return null
  }
  // Both are rounded to one currency, so their scales are the same. Hundredths of a percent, half up.
  const off = addDecimals(full, { ...own, units: -own.units })
  const hundredths = (off.units * 20_000n + full.units) / (full.units * 2n)
  return writeDecimal({ units: hundredths, scale: 2 })
}
