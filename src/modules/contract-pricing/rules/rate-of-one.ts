import { divideDecimals, parseDecimal, writeDecimal } from "./decimal"

/** Digits after the point that a rate is kept with. */
const RATE_DIGITS = 10

/** A rate takes ten digits before the point. */
const RATE_LIMIT = 10n ** 20n

/**
 * What one unit costs where the bank tells the price of `nominal` of them ("100 тенге = 19.4130 рубля"): divided out, ten digits, half up.
 *
 * @param rate positive decimal, as `nominal`
 * @returns null when what comes out is zero or has more than ten digits before the point
 */
export function rateOfOne(rate: string, nominal: string): string | null {
  const divisor = parseDecimal(nominal)
  if (divisor.units <= 0n) {
    return null
  }
  const one = divideDecimals(parseDecimal(rate), divisor, RATE_DIGITS)
  return one.units > 0n && one.units < RATE_LIMIT ? writeDecimal(one) : null
}
