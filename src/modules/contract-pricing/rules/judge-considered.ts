import type { Conversion } from "./convert-amount"
import { compareDecimals, parseDecimal } from "./decimal"
import type { PassedReason } from "./explain-price"
import type { ThresholdBasis } from "./threshold"

/** What became of a row that was considered. */
export type PriceOutcome =
  /** The price is this row, or comes from it. */
  | "holds"
  /** A nearer row holds. */
  | "farther"
  /** It begins at a greater quantity. */
  | "quantity_not_reached"
  /** It holds in a cart whose sum reaches it, and nothing is asked about a cart. */
  | "depends_on_total"
  /** A price of the contract is final, so that nothing else counts. */
  | "contract_price_is_final"
  /** Of price types and thresholds: why the type is not asked, or that it has no price of the product. */
  | PassedReason
  /** The price is in another currency, and there is no rate of the day: there is no price. */
  | "rate_missing"
  /** A label of the product shuts adjustments off. */
  | "adjustments_shut_off"

interface Rows<ContractPrice, PriceType, Threshold, Adjustment> {
  contract_prices: ContractPrice[]
  price_types: PriceType[]
  /** Of either basis, each from the greatest down. */
  thresholds: Threshold[]
  adjustments: Adjustment[]
}

type Judged<Row> = Row & { outcome: PriceOutcome }

/**
 * Says of each row, in the order of the precedence, whether it holds at a quantity and why not otherwise: of contract prices the first that
 * can, of thresholds and after them of price types too, of adjustments the first that does not stack and all that do.
 */
export function judgeConsidered<
  ContractPrice extends { from_quantity: string },
  PriceType extends { amount: string | null; conversion: Conversion | null; passed_over?: PassedReason | null },
  Threshold extends { basis: ThresholdBasis; from_amount: string; amount: string | null },
  Adjustment extends { from_quantity: string; is_stacking: boolean },
>(
  rows: Rows<ContractPrice, PriceType, Threshold, Adjustment> & { shut_off_by: string | null },
  quantity: string
): Rows<Judged<ContractPrice>, Judged<PriceType>, Judged<Threshold>, Judged<Adjustment>> {
  const asked = parseDecimal(quantity)
  const isReached = ({ from_quantity }: { from_quantity: string }) => compareDecimals(parseDecimal(from_quantity), asked) <= 0
  const own = rows.contract_prices.find(isReached)
  const isPassed = ({ from_amount }: Threshold) => isReached({ from_quantity: from_amount })
  const brought = rows.thresholds.find((row) => row.basis === "quantity" && row.amount !== null && isPassed(row))
  const base = brought ? undefined : rows.price_types.find(({ amount, passed_over }) => amount !== null && !passed_over)
  const winner = rows.adjustments.find((row) => isReached(row) && !row.is_stacking)
  const withRate = ({ conversion }: PriceType): PriceOutcome => (conversion?.legs.length === 0 ? "rate_missing" : "holds")
  const unless = (isFinal: boolean, outcome: PriceOutcome): PriceOutcome => (isFinal ? "contract_price_is_final" : outcome)
  const outcomeOfThreshold = (row: Threshold): PriceOutcome => {
    if (row.basis === "quantity" && !isPassed(row)) {
      return "quantity_not_reached"
    }
    if (row.amount === null) {
      return "no_price"
    }
    return unless(own !== undefined, row.basis === "total" ? "depends_on_total" : row === brought ? "holds" : "farther")
  }
  return {
    contract_prices: rows.contract_prices.map((row) => ({
      ...row,
      outcome: row === own ? "holds" : isReached(row) ? "farther" : "quantity_not_reached",
    })),
    price_types: rows.price_types.map((row) => ({
      ...row,
      outcome: row.passed_over ?? (row.amount === null ? "no_price" : unless(own !== undefined, row === base ? withRate(row) : "farther")),
    })),
    thresholds: rows.thresholds.map((row) => ({
      ...row,
      outcome: outcomeOfThreshold(row),
    })),
    adjustments: rows.adjustments.map((row) => ({
      ...row,
      outcome: !isReached(row)
        ? "quantity_not_reached"
        : unless(
            own !== undefined,
            rows.shut_off_by !== null ? "adjustments_shut_off" : row === winner || row.is_stacking ? "holds" : "farther"
          ),
    })),
  }
}

/** Of rules that withhold a product from sale the nearest is the reason; the others would withhold it too. */
export function judgeWithholdings<Row>(rows: readonly Row[]): Judged<Row>[] {
  return rows.map((row, index) => ({ ...row, outcome: index === 0 ? "holds" : "farther" }))
}
