import { MathBN } from "@medusajs/framework/utils"

/** The total of an order: every line is price × quantity, exact; prices are rounded before, so nothing is rounded here. */
export function orderTotal(lines: { unit_price: string; quantity: string }[]): string {
  return lines.reduce((sum, line) => MathBN.add(sum, MathBN.mult(line.unit_price, line.quantity)), MathBN.convert(0)).toFixed()
}
