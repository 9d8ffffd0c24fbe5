import { canonicalDecimal, type ScopeKind } from "./adjustment"
import { parseDecimal } from "./decimal"
import type { ThresholdBasis } from "./threshold"

/** Whom a threshold is for, the nearest first: the same as of adjustments. */
export { SCOPE_KINDS as THRESHOLD_SCOPES, type ScopeKind } from "./adjustment"

/** A threshold as a person writes it. Decimals are text; days are YYYY-MM-DD, null = open. */
export interface ThresholdDraft {
  scope: { kind: ScopeKind; id: string | null }
  basis: ThresholdBasis
  /** Money of `currency_code` for a total, base units for a quantity. */
  from_amount: string
  currency_code: string | null
  price_type_id: string
  starts_on: string | null
  ends_on: string | null
}

export type ThresholdFault = "threshold_scope_invalid" | "threshold_currency_invalid" | "threshold_amount_invalid" | "days_out_of_order"

/** What cannot be right about a threshold, whatever there is in the database; null = nothing. */
export function thresholdFault(draft: ThresholdDraft): { code: ThresholdFault; message: string } | null {
  const { scope, basis, from_amount, currency_code, starts_on, ends_on } = draft
  if ((scope.kind === "everyone") !== (scope.id === null)) {
    return { code: "threshold_scope_invalid", message: `A threshold of ${from_amount} names whom it is for, unless that is everyone.` }
  }
  if ((basis === "total") !== (currency_code !== null)) {
    return {
      code: "threshold_currency_invalid",
      message: `A threshold of ${from_amount} by total has a currency, one by quantity has none.`,
    }
  }
  if (parseDecimal(from_amount).units <= 0n) {
    return { code: "threshold_amount_invalid", message: `A threshold begins above zero, not at ${from_amount}.` }
  }
  if (starts_on !== null && ends_on !== null && starts_on > ends_on) {
    return { code: "days_out_of_order", message: `The threshold of ${from_amount} ends on ${ends_on}, before it starts on ${starts_on}.` }
  }
  return null
}

/** The same in one spelling: two drafts with the same facts are the same threshold. */
export function canonicalDraft(draft: ThresholdDraft): ThresholdDraft {
  return {
    ...draft,
    from_amount: canonicalDecimal(draft.from_amount),
    currency_code: draft.currency_code?.toLowerCase() ?? null,
  }
}
