import { addDecimals, type Decimal, multiplyDecimals, parseDecimal, writeFixed } from "./decimal"
import { minorDigits, roundMoney } from "./round-price"
import { vatOf, type VatTerms } from "./vat-of"

/** A line of a cart or order; the price is of one base unit, rounded to the currency. */
export interface TaxedLine {
  unit_price: string
  /** Base units. */
  quantity: string
  /** Percent; null = without VAT, or not told. */
  vat_rate: string | null
}

/** The money of a line, rounded to the currency. */
export interface LineVat {
  vat_rate: string | null
  /** Price times quantity. */
  amount: string
  /** The part of the amount that is tax, or what comes on top of it; null where there is no rate. */
  vat: string | null
}

/** The money of all lines: exactly the sum of what is told of each. */
export interface VatTotals {
  /** Whether amounts include the tax. */
  includes_vat: boolean
  amount: string
  /** Null where no line has a rate. */
  vat: string | null
  amount_with_vat: string
}

/** VAT of a line, taken from its amount and not from the tax of one unit. */
export function vatOfLine(
  { unit_price, quantity, vat_rate }: TaxedLine,
  includes_vat: VatTerms["includes_vat"],
  currencyCode: string
): LineVat {
  const amount = writeFixed(roundMoney(multiplyDecimals(parseDecimal(unit_price), parseDecimal(quantity)), currencyCode))
  return { vat_rate, amount, vat: vatOf(amount, { vat_rate, includes_vat }, currencyCode) }
}

/** The sums of lines, of which nothing is rounded once more. */
export function totalsOfLines(lines: readonly LineVat[], includes_vat: boolean, currencyCode: string): VatTotals {
  const zero: Decimal = { units: 0n, scale: minorDigits(currencyCode) }
  const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => addDecimals(total, parseDecimal(amount)), zero)
  const taxes = lines.flatMap(({ vat }) => vat ?? [])
  const [amount, vat] = [sum(lines.map((line) => line.amount)), sum(taxes)]
  return {
    includes_vat,
    amount: writeFixed(amount),
    vat: taxes.length === 0 ? null : writeFixed(vat),
    amount_with_vat: writeFixed(includes_vat ? amount : addDecimals(amount, vat)),
  }
}
