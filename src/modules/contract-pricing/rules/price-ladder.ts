import { adjustAmount } from "./adjust-amount"
import { convertAmount } from "./convert-amount"
import { compareDecimals, type Decimal, parseDecimal, writeFixed } from "./decimal"
import type { PricePoint } from "./price-points"
import { roundMoney } from "./round-price"

/** Price of one base unit from a quantity on, rounded; null = not sold in this quantity. */
export interface PriceStep {
  from_quantity: string
  price: string | null
}

/** Exact amount at one point, before rounding; null = no price. */
export function amountAt({ contract_price, base_price, changes, plugin_changes }: PricePoint): Decimal | null {
  const adjusted = plugin_changes?.at(-1)
  if (adjusted) {
    return parseDecimal(adjusted.amount)
  }
  if (contract_price !== null) {
    return parseDecimal(contract_price.amount)
  }
  const base = base_price && convertAmount(parseDecimal(base_price.amount), base_price.conversion)
  return base && adjustAmount(base, changes)
}

/** Prices by quantity, the smallest first. A point that costs the same as the one before is no step. */
export function priceLadder(points: readonly PricePoint[], currencyCode: string): PriceStep[] {
  const steps: PriceStep[] = []
  for (const point of points) {
    const amount = amountAt(point)
    const price = amount === null ? null : writeFixed(roundMoney(amount, currencyCode))
    if (steps.length === 0 || steps.at(-1)?.price !== price) {
      steps.push({ from_quantity: point.from_quantity, price })
    }
  }
  return steps
}

/** The price at a quantity; null when there is none. */
export function priceAt(steps: readonly PriceStep[], quantity: string): string | null {
  const asked = parseDecimal(quantity)
  const reached = steps.filter(({ from_quantity }) => compareDecimals(parseDecimal(from_quantity), asked) <= 0)
  return reached.at(-1)?.price ?? null
}

/**
 * The next quantity from which one base unit costs something else than at the beginning of the ladder; null when
 * there is none. A gap in which it is not sold is passed over, and the same price behind it is not news.
 */
export function nextStep(steps: readonly PriceStep[]): { from_quantity: string; price: string } | null {
  const [now, ...later] = steps
  for (const { from_quantity, price } of later) {
    if (price !== null && price !== now?.price) {
      return { from_quantity, price }
    }
  }
  return null
}
