import { type Decimal, divideDecimals, multiplyDecimals, parseDecimal, QUOTIENT_DIGITS } from "./decimal"

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

/**
 * Converts by the rates of a day. Multiplied first and divided once, so that a quotient that ends is exact; otherwise twenty digits after the
 * point, half up. Nothing else is rounded.
 *
 * @param conversion null = the amount is in the wanted currency
 * @returns null where there is no rate
 */
export function convertAmount(amount: Decimal, conversion: Conversion | null): Decimal | null {
  if (conversion === null) {
    return amount
  }
  const { legs } = conversion
  if (legs.length === 0) {
    return null
  }
  const inverse = legs.filter(({ is_inverse }) => is_inverse)
  const numerator = timesRates(
    amount,
    legs.filter(({ is_inverse }) => !is_inverse)
  )
  return inverse.length === 0 ? numerator : divideDecimals(numerator, timesRates(ONE, inverse), QUOTIENT_DIGITS)
}

const ONE: Decimal = { units: 1n, scale: 0 }

const timesRates = (amount: Decimal, legs: RateLeg[]): Decimal =>
  legs.reduce((product, { rate }) => multiplyDecimals(product, parseDecimal(rate)), amount)
