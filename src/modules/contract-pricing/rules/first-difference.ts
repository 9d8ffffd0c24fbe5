import { compareDecimals, parseDecimal } from "./decimal"
import { priceAt, type PriceStep } from "./price-ladder"

/** Where prices by quantity begin to differ: the least quantity at which they do, and what one base unit costs there on either side. */
export interface PriceDifference {
  from_quantity: string
  before: string | null
  after: string | null
}

/** The first difference between two ladders of the same line; null = whatever the quantity, the price is the same. */
export function firstDifference(before: readonly PriceStep[], after: readonly PriceStep[]): PriceDifference | null {
  const quantities = [...before, ...after].map(({ from_quantity }) => from_quantity).sort(byAmount)
  for (const from_quantity of quantities) {
    const prices = { before: priceAt(before, from_quantity), after: priceAt(after, from_quantity) }
    if (prices.before !== prices.after) {
      return { from_quantity, ...prices }
    }
  }
  return null
}

function byAmount(a: string, b: string): number {
  return compareDecimals(parseDecimal(a), parseDecimal(b))
}
