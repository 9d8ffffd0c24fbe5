import { MathBN } from "@medusajs/framework/utils"
import type { KeptExplanation } from "../../../database/ordering/insert-order-lines"
import type { ExplainedStep } from "../../../modules/contract-pricing/rules/explain-price"
import { roundPrice } from "../../../modules/contract-pricing/rules/round-price"

/** What a promotion takes off a line of the cart. */
interface Discount {
  line_id: string
  code: string
  amount: string
}

/**
 * How the prices of lines came about, followed by what each promotion took off the line: those steps are of the whole line, which is what a promotion knows. Lines that no promotion
 * touches are left as they are.
 *
 * @param explanations by id of the line; the last step of each is the price of one base unit
 */
export function explainPromotions(
  explanations: ReadonlyMap<string, KeptExplanation>,
  discounts: readonly Discount[],
  currencyCode: string
): Map<string, KeptExplanation> {
  const told = new Map(explanations)
  const left = new Map<string, string>()
  for (const { line_id, code, amount } of discounts) {
    const kept = told.get(line_id)
    if (kept) {
      const before = left.get(line_id) ?? MathBN.mult(kept.steps.at(-1)?.amount ?? 0, kept.quantity).toFixed()
      const rest = MathBN.sub(before, amount).toFixed()
      left.set(line_id, rest)
      const step: ExplainedStep = {
        code: "promotion",
        amount: roundPrice(rest, currencyCode),
        promotion: code,
        discount: roundPrice(amount, currencyCode),
      }
      told.set(line_id, { ...kept, steps: [...kept.steps, step] })
    }
  }
  return told
}
