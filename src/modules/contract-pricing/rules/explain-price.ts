import { adjustStepwise, type PriceChange } from "./adjust-amount"
import { parseDecimal } from "./decimal"
import { roundPrice } from "./round-price"

/** A change with the adjustment that says so. */
export interface ExplainedChange extends PriceChange {
  adjustment: AdjustmentOrigin
}

/** An adjustment as it is told to people. */
export interface AdjustmentOrigin {
  id: string
  name: string
  scope_kind: "contract" | "legal_entity" | "holding" | "client_category" | "region" | "everyone"
  is_stacking: boolean
  /** The document in the ERP. */
  document: string | null
  /** Moment of the ERP's word, ISO 8601. */
  as_of: string | null
}

/** A threshold as it is told to people. */
export interface ThresholdOrigin {
  id: string
  basis: "total" | "quantity"
  /** Money of the cart, or base units. */
  from_amount: string
  scope_kind: AdjustmentOrigin["scope_kind"]
  document: string | null
  as_of: string | null
}

/** The rows that a price comes from. Amounts are exact decimals of one base unit. */
export interface PriceOrigin {
  contract: { amount: string; from_quantity: string; document: string | null; as_of: string | null } | null
  base: { amount: string; price_type: { id: string; name: string; as_of: string | null }; threshold?: ThresholdOrigin } | null
  changes: ExplainedChange[]
}

/** One step from a row to the price: a code that clients make a sentence of, and the amount after it. */
export type ExplainedStep =
  | { code: "contract_price"; amount: string; from_quantity: string; document: string | null; as_of: string | null }
  | {
      code: "base_price"
      amount: string
      price_type_id: string
      price_type_name: string
      as_of: string | null
      /** What brings the type, where it is not the contract's own. */
      threshold?: ThresholdOrigin | undefined
    }
  | ({ code: "adjusted"; amount: string; kind: PriceChange["kind"]; value: string } & AdjustmentOrigin)
  | { code: "held_at_zero"; amount: string }
  | { code: "rounded"; amount: string }

/** How a price came about, step by step; empty = there is no price. */
export function explainPrice({ contract, base, changes }: PriceOrigin, currencyCode: string): ExplainedStep[] {
  if (contract) {
    const { amount, from_quantity, document, as_of } = contract
    return rounded([{ code: "contract_price", amount, from_quantity, document, as_of }], currencyCode)
  }
  if (!base) {
    return []
  }
  const { id, name, as_of } = base.price_type
  const threshold = base.threshold ? { threshold: base.threshold } : {}
  const adjusted = adjustStepwise(base.amount, changes).map(({ change: { kind, value, adjustment }, amount }): ExplainedStep => {
    return { code: "adjusted", amount, kind, value, ...adjustment }
  })
  const end = parseDecimal(adjusted.at(-1)?.amount ?? "0")
  const floor: ExplainedStep[] = end.units < 0n ? [{ code: "held_at_zero", amount: "0" }] : []
  return rounded(
    [{ code: "base_price", amount: base.amount, price_type_id: id, price_type_name: name, as_of, ...threshold }, ...adjusted, ...floor],
    currencyCode
  )
}

function rounded(steps: ExplainedStep[], currencyCode: string): ExplainedStep[] {
  const last = steps.at(-1)
  return last ? [...steps, { code: "rounded", amount: roundPrice(last.amount, currencyCode) }] : steps
}
