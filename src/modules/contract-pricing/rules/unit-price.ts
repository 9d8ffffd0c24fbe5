import { type Decimal, multiplyDecimals, parseDecimal, writeFixed } from "./decimal"
import { roundMoney } from "./round-price"

/**
 * What one of a sales unit costs, as the cart counts it: the price of one base unit, rounded, so many times as the unit holds.
 *
 * @param amount exact amount of one base unit at the quantity that the unit holds; null = no price
 * @param coefficient base units in one
 */
export function unitPrice(amount: Decimal | null, coefficient: string, currencyCode: string): string | null {
  return amount && writeFixed(roundMoney(multiplyDecimals(roundMoney(amount, currencyCode), parseDecimal(coefficient)), currencyCode))
}
