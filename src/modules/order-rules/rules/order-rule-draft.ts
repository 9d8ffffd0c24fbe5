import { MathBN } from "@medusajs/framework/utils"
import { ceilTo } from "./multiples"
import type { QuantityFields } from "./resolve-quantity-rule"

/** An order rule as a person writes it: whom it is for, what it aims at, and what it says. */
export interface OrderRuleDraft<ScopeKind extends string = string> extends QuantityFields {
  scope: { kind: ScopeKind; id: string | null }
  /** At most one; neither = everything. */
  target: { variant_id: string | null; category_id: string | null }
  /** The sales unit that the quantities are in, by code; null = base units. */
  unit_code: string | null
}

export type OrderRuleFault = "order_rule_scope_invalid" | "order_rule_target_invalid" | "order_rule_empty" | "order_rule_impossible"

/** What cannot be right about an order rule, whatever there is in the database; null = nothing. */
export function orderRuleFault(draft: OrderRuleDraft): { code: OrderRuleFault; message: string } | null {
  const { scope, target, multiplicity, minimum, maximum } = draft
  if ((scope.kind === "everyone") !== (scope.id === null)) {
    return { code: "order_rule_scope_invalid", message: "An order rule names whom it is for, unless that is everyone." }
  }
  if (target.variant_id !== null && target.category_id !== null) {
    return { code: "order_rule_target_invalid", message: "An order rule aims at one product, one category or everything." }
  }
  if (multiplicity === null && minimum === null && maximum === null) {
    return { code: "order_rule_empty", message: "An order rule says a multiplicity, a minimum or a maximum." }
  }
  const step = MathBN.convert(multiplicity ?? "1")
  const isPositive = step.gt(0) && (maximum === null || MathBN.gt(maximum, 0))
  const least = isPositive && multiplicity !== null ? ceilTo(MathBN.convert(minimum ?? "0"), step) : MathBN.convert(minimum ?? "0")
  const first = least.gt(0) || multiplicity === null ? least : step
  if (!isPositive || (maximum !== null && first.gt(maximum))) {
    const said = `multiplicity ${multiplicity ?? "–"}, minimum ${minimum ?? "–"}, maximum ${maximum ?? "–"}`
    return { code: "order_rule_impossible", message: `No quantity can be ordered by ${said}.` }
  }
  return null
}

/** One spelling of the quantities: "012.50" is "12.5". */
export function canonicalFields({ multiplicity, minimum, maximum }: QuantityFields): QuantityFields {
  const canonical = (quantity: string | null) => (quantity === null ? null : MathBN.convert(quantity).toFixed())
  return { multiplicity: canonical(multiplicity), minimum: canonical(minimum), maximum: canonical(maximum) }
}
