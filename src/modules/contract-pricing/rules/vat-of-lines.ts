import { addDecimals, type Decimal, multiplyDecimals, negateDecimal, parseDecimal, writeFixed } from "./decimal"
import { minorDigits, roundMoney } from "./round-price"
import { vatOf, type VatTerms } from "./vat-of"

/** A line of a cart or order; the price is of one base unit, rounded to the currency. */
export interface TaxedLine {
  unit_price: string
  /** Base units. */
  quantity: string
  /** Percent; null = without VAT, or not told. */
  vat_rate: string | null
  /** What promotions take off the line, money of the currency; null = nothing. */
  discount?: string | null | undefined
}

/** The money of a line, rounded to the currency. */
export interface LineVat {
  vat_rate: string | null
  /** Price times quantity, without what promotions take off. */
  amount: string
  /** What they take off; left out where that is nothing. */
  discount?: string
  /** The part of the amount that is tax, or what comes on top of it; null where there is no rate. */
  vat: string | null
}

/** The money of all lines: exactly the sum of what is told of each. */
export interface VatTotals {
  /** Whether amounts include the tax. */
  includes_vat: boolean
  amount: string
  /** What promotions take off all lines, which the amount is without; left out where that is nothing. */
  discount?: string
  /** Null where no line has a rate. */
  vat: string | null
  amount_with_vat: string
}

/** VAT of a line, taken from what is paid for it and not from the tax of one unit. */
export function vatOfLine(
  { unit_price, quantity, vat_rate, discount = null }: TaxedLine,
  includes_vat: VatTerms["includes_vat"],
  currencyCode: string
): LineVat {
  const whole = roundMoney(multiplyDecimals(parseDecimal(unit_price), parseDecimal(quantity)), currencyCode)
  const off = discount === null ? null : roundMoney(parseDecimal(discount), currencyCode)
  const amount = writeFixed(off ? addDecimals(whole, negateDecimal(off)) : whole)
  const vat = vatOf(amount, { vat_rate, includes_vat }, currencyCode)
  return { vat_rate, amount, vat, ...(off && off.units !== 0n ? { discount: writeFixed(off) } : {}) }
}

/** The sums of lines, of which nothing is rounded once more. */
export function totalsOfLines(lines: readonly LineVat[], includes_vat: boolean, currencyCode: string): VatTotals {
  const zero: Decimal = { units: 0n, scale: minorDigits(currencyCode) }
  const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => addDecimals(total, parseDecimal(amount)), zero)
  const taxes = lines.flatMap(({ vat }) => vat ?? [])
  const discounts = lines.flatMap(({ discount }) => discount ?? [])
  const [amount, vat] = [sum(lines.map((line) => line.amount)), sum(taxes)]
  return {
    includes_vat,
    amount: writeFixed(amount),
    ...(discounts.length === 0 ? {} : { discount: writeFixed(sum(discounts)) }),
    vat: taxes.length === 0 ? null : writeFixed(vat),
    amount_with_vat: writeFixed(includes_vat ? amount : addDecimals(amount, vat)),
  }
}
