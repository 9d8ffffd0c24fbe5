import { addDecimals, compareDecimals, parseDecimal, writeDecimal } from "./decimal"
import { roundPrice } from "./round-price"

/** What a threshold counts: the money of a whole cart, or the base units of one line. */
export const THRESHOLD_BASES = ["total", "quantity"] as const
export type ThresholdBasis = (typeof THRESHOLD_BASES)[number]

/** A threshold of the nearest scope, with the price type that it brings. */
export interface Threshold {
  id: string
  /** Money or base units, exact decimal. */
  from_amount: string
  price_type_name: string
}

/** A threshold as a dealer is told of it. */
export interface ToldThreshold {
  from_amount: string
  price_type_name: string
}

/** Where a cart stands among its thresholds. Amounts are money of the contract, rounded. */
export interface ThresholdState {
  /** The cart at prices without thresholds by total, so that reaching one cannot make it be missed again. */
  total: string
  currency_code: string
  /** The greatest that is reached. */
  held: ToldThreshold | null
  /** The least that is not, and the money that is missing to it. */
  next: (ToldThreshold & { missing: string }) | null
}

/** Those that an amount reaches, in their order. */
export function reachedThresholds<Row extends Pick<Threshold, "from_amount">>(thresholds: readonly Row[], amount: string): Row[] {
  const asked = parseDecimal(amount)
  return thresholds.filter(({ from_amount }) => compareDecimals(parseDecimal(from_amount), asked) <= 0)
}

/**
 * Where a total stands among the thresholds of a cart.
 *
 * @param thresholds by total, the greatest first
 */
export function thresholdState(thresholds: readonly Threshold[], total: string, currencyCode: string): ThresholdState {
  const reached = reachedThresholds(thresholds, total)
  const tell = ({ from_amount, price_type_name }: Threshold): ToldThreshold => {
    return { from_amount: roundPrice(from_amount, currencyCode), price_type_name }
  }
  const [held] = reached
  const next = thresholds.filter((threshold) => !reached.includes(threshold)).at(-1)
  return {
    total: roundPrice(total, currencyCode),
    currency_code: currencyCode,
    held: held ? tell(held) : null,
    next: next ? { ...tell(next), missing: roundPrice(difference(next.from_amount, total), currencyCode) } : null,
  }
}

function difference(a: string, b: string): string {
  const { units, scale } = parseDecimal(b)
  return writeDecimal(addDecimals(parseDecimal(a), { units: -units, scale }))
}
