import { MathBN } from "@medusajs/framework/utils"

/**
 * The total of an order: every line is price × quantity, exact, and what promotions take off is taken off; both are rounded before, so nothing is rounded here.
 */
export function orderTotal(
  lines: readonly { unit_price: string; quantity: string }[],
  discounts: readonly { amount: string }[] = []
): string {
  const whole = lines.reduce((sum, line) => MathBN.add(sum, MathBN.mult(line.unit_price, line.quantity)), MathBN.convert(0))
  return discounts.reduce((rest, { amount }) => MathBN.sub(rest, amount), whole).toFixed()
}
