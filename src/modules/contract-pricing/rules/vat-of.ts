import { addDecimals, type Decimal, divideDecimals, multiplyDecimals, parseDecimal, writeFixed } from "./decimal"
import { minorDigits } from "./round-price"

/** What a price says about VAT. */
export interface VatTerms {
  /** Percent; null = without VAT, or not told. */
  vat_rate: string | null
  /** Whether the amount includes the tax. */
  includes_vat: boolean
}

const HUNDRED: Decimal = { units: 100n, scale: 0 }

/**
 * The VAT of an amount, rounded half up to the currency: the part of it that is tax where it includes VAT, what comes on top where it does not.
 * Of a line it is taken from the line's total, never from the tax of one unit, and of an order it is the sum over its lines.
 *
 * @param amount rounded money, e.g. "120.00"
 * @returns a decimal with exactly the currency's digits; null where there is no rate
 */
export function vatOf(amount: string, { vat_rate, includes_vat }: VatTerms, currencyCode: string): string | null {
  if (vat_rate === null) {
    return null
  }
  const rate = parseDecimal(vat_rate)
  const whole = includes_vat ? addDecimals(HUNDRED, rate) : HUNDRED
  return writeFixed(divideDecimals(multiplyDecimals(parseDecimal(amount), rate), whole, minorDigits(currencyCode)))
}
