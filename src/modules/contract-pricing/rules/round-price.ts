import { type Decimal, parseDecimal, roundDecimal, writeFixed } from "./decimal"

/**
 * The one place where an amount of a price table becomes a price: rounded half up to the currency's minor unit.
 *
 * @param amount exact decimal, not negative, e.g. "12.345"
 * @param currencyCode ISO 4217 in any case; an unknown one has two digits
 * @returns a decimal with exactly the currency's digits, e.g. "12.35" for "rub", "12" for "jpy"
 */
export function roundPrice(amount: string, currencyCode: string): string {
  return writeFixed(roundMoney(parseDecimal(amount), currencyCode))
}

/** The same for an amount that has been read, and not written yet: it has the scale of the currency. */
export function roundMoney(amount: Decimal, currencyCode: string): Decimal {
  return roundDecimal(amount, minorDigits(currencyCode))
}

const DEFAULT_DIGITS = 2
const digitsByCurrency = new Map<string, number>()

/** Digits after the point that the currency's money has. */
export function minorDigits(currencyCode: string): number {
  const known = digitsByCurrency.get(currencyCode)
  if (known !== undefined) {
    return known
  }
  const code = currencyCode.toUpperCase()
  // Intl throws on anything but three letters, and such a code has no digits of its own to look up.
  const format = /^[A-Z]{3}$/.test(code) ? new Intl.NumberFormat("en", { style: "currency", currency: code }) : null
  const digits = format?.resolvedOptions().maximumFractionDigits ?? DEFAULT_DIGITS
  digitsByCurrency.set(currencyCode, digits)
  return digits
}
