import { type Decimal, divideDecimals, multiplyDecimals, parseDecimal, writeDecimal } from "./decimal"

/** The rate of a day as it is used: one unit of `currency_code` costs `rate` of `in_currency`; inverse = the way back. */
export interface RateLeg {
  currency_code: string
  in_currency: string
  /** Bank day of the rate, YYYY-MM-DD; not after the day of the price. */
  on_date: string
  rate: string
  source: "erp" | "portal"
  /** Moment of the ERP's word, ISO 8601. */
  as_of: string | null
  is_inverse: boolean
}

/** How an amount of another currency becomes one of the contract's. */
export interface Conversion {
  /** Currency of the amount. */
  from: string
  /** One rate, or two through the base currency of the store; empty = there is none on that day. */
  legs: RateLeg[]
}

/** Digits to which a quotient that does not end is carried: far beyond what any rounding to money can see. */
const QUOTIENT_DIGITS = 20

/**
 * Converts by the rates of a day. Multiplied first and divided once, so that a quotient that ends is exact; otherwise twenty digits after the
 * point, half up. Nothing else is rounded.
 *
 * @returns null where there is no rate
 */
export function convertAmount(amount: string, { legs }: Conversion): string | null {
  if (legs.length === 0) {
    return null
  }
  const one: Decimal = { units: 1n, scale: 0 }
  const productOf = (chosen: RateLeg[], from: Decimal) =>
    chosen.reduce((product, { rate }) => multiplyDecimals(product, parseDecimal(rate)), from)
  const numerator = productOf(
    legs.filter(({ is_inverse }) => !is_inverse),
    parseDecimal(amount)
  )
  const inverse = legs.filter(({ is_inverse }) => is_inverse)
  return writeDecimal(inverse.length === 0 ? numerator : divideDecimals(numerator, productOf(inverse, one), QUOTIENT_DIGITS))
}
