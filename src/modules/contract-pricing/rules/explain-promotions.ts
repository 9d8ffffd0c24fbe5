import { addDecimals, type Decimal, multiplyDecimals, negateDecimal, parseDecimal, writeFixed } from "./decimal"
import type { ExplainedStep } from "./explain-price"
import { roundMoney } from "./round-price"

/** What a promotion takes off a line, money of the currency. */
export interface ExplainedDiscount {
  code: string
  amount: string
}

/**
 * The steps to a price, followed by what each promotion took off the whole line: a promotion knows no price of a unit.
 *
 * @param steps the last of them is the price of one base unit
 * @param quantity base units
 */
export function explainPromotions(
  steps: readonly ExplainedStep[],
  { quantity, discounts, currencyCode }: { quantity: string; discounts: readonly ExplainedDiscount[]; currencyCode: string }
): ExplainedStep[] {
  const money = (amount: Decimal) => writeFixed(roundMoney(amount, currencyCode))
  let left = multiplyDecimals(parseDecimal(steps.at(-1)?.amount ?? "0"), parseDecimal(quantity))
  const taken = discounts.map(({ code: promotion, amount }): ExplainedStep => {
    const discount = parseDecimal(amount)
    left = addDecimals(left, negateDecimal(discount))
    return { code: "promotion", amount: money(left), promotion, discount: money(discount) }
  })
  return [...steps, ...taken]
}
