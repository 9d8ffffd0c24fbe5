import type { KeptExplanation } from "../../../database/ordering/insert-order-lines"
import { type ExplainedDiscount, explainPromotions } from "../../../modules/contract-pricing/rules/explain-promotions"

/** How the prices of lines came about with what promotions took off them, by id of the line; lines that no promotion touches are left as they are. */
export function withPromotions(
  explanations: ReadonlyMap<string, KeptExplanation>,
  discounts: readonly (ExplainedDiscount & { line_id: string })[],
  currencyCode: string
): Map<string, KeptExplanation> {
  const ofLine = new Map<string, ExplainedDiscount[]>()
  for (const { line_id, ...discount } of discounts) {
    ofLine.set(line_id, [...(ofLine.get(line_id) ?? []), discount])
  }
  return new Map(
    [...explanations].map(([line_id, kept]): [string, KeptExplanation] => {
      const own = ofLine.get(line_id)
      const { steps, quantity } = kept
      return [line_id, own ? { ...kept, steps: explainPromotions(steps, { quantity, discounts: own, currencyCode }) } : kept]
    })
  )
}
