import { adjustAmount, type PriceChange } from "./adjust-amount"
import { compareDecimals, parseDecimal } from "./decimal"
import { roundPrice } from "./round-price"

/** What the price tables say of one entry at one quantity. Amounts are exact decimals of one base unit. `Known` comes along with a change. */
export interface PricePoint<Known extends object = object> {
  /** Base units from which this holds. */
  from_quantity: string
  /** Price of the contract itself, which is final; null = there is none. */
  contract_amount: string | null
  /** Price of the contract's type or of one that it falls back to; null = there is none. */
  base_amount: string | null
  /** The nearest adjustment that does not stack, in its three parts; null = none. */
  winner_rank: number | null
  winner_kind: PriceChange["kind"] | null
  winner_value: string | null
  /** Those that stack, in any order; null = none. */
  stacked: (PriceChange & Known)[] | null
}

/** Price of one base unit from a quantity on, rounded; null = not sold in this quantity. */
export interface PriceStep {
  from_quantity: string
  price: string | null
}

/** Exact amount at one point, before rounding; null = no price. */
export function amountAt(point: PricePoint): string | null {
  if (point.contract_amount !== null) {
    return point.contract_amount
  }
  return point.base_amount === null ? null : adjustAmount(point.base_amount, changesAt(point, {}))
}

/** All adjustments that count at a point, with what is known of each beside the change; of the winner it is given. */
export function changesAt<Known extends object>(
  { winner_rank: rank, winner_kind: kind, winner_value: value, stacked }: PricePoint<Known>,
  ofWinner: Known
): (PriceChange & Known)[] {
  const winner = rank === null || kind === null || value === null ? [] : [{ rank, kind, value, ...ofWinner }]
  return [...winner, ...(stacked ?? [])]
}

/** Prices by quantity, the smallest first. A point that costs the same as the one before is no step. */
export function priceLadder(points: readonly PricePoint[], currencyCode: string): PriceStep[] {
  const steps: PriceStep[] = []
  for (const point of points) {
    const amount = amountAt(point)
    const price = amount === null ? null : roundPrice(amount, currencyCode)
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

/** The next quantity from which one base unit costs something else; null when there is none. */
export function nextStep(steps: readonly PriceStep[]): { from_quantity: string; price: string } | null {
  for (const { from_quantity, price } of steps.slice(1)) {
    if (price !== null) {
      return { from_quantity, price }
    }
  }
  return null
}
