import type { AdjustmentDraft } from "./adjustment"
import { compareDecimals, parseDecimal } from "./decimal"

/** A price cannot fall by more than itself; a markup beyond this is a slip of the pen. Percent. */
export const PERCENT_MIN = "-100"
export const PERCENT_MAX = "1000"

export type AdjustmentFault =
  "withheld_has_value" | "adjustment_scope_invalid" | "adjustment_currency_invalid" | "percent_out_of_range" | "days_out_of_order"

/** An adjustment as a refusal names it, by its name, its size and whom it is for. */
export function nameAdjustment({ name, scope, kind, value, currency_code }: AdjustmentDraft): string {
  const size = kind === "withheld" ? "" : ` of ${value}${kind === "percent" ? " %" : ""}`
  const currency = currency_code === null ? "" : ` ${currency_code.toUpperCase()}`
  return `Adjustment «${name}»${size}${currency} for ${scope.kind.replace("_", " ")}${scope.id === null ? "" : ` ${scope.id}`}`
}

/** What cannot be right about an adjustment, whatever there is in the database; null = nothing. */
export function adjustmentFault(draft: AdjustmentDraft): { code: AdjustmentFault; message: string } | null {
  const { scope, kind, value, currency_code, starts_on, ends_on, from_quantity, is_stacking } = draft
  const subject = nameAdjustment(draft)
  if ((scope.kind === "everyone") !== (scope.id === null)) {
    return { code: "adjustment_scope_invalid", message: `${subject}: it names whom it is for, unless that is everyone.` }
  }
  if (kind === "withheld" && (is_stacking || [value, from_quantity].some((decimal) => parseDecimal(decimal).units !== 0n))) {
    const message = `${subject}: what is withheld from sale has no value, quantity or stacking: ${value} from ${from_quantity} says nothing.`
    return { code: "withheld_has_value", message }
  }
  if ((kind === "fixed") !== (currency_code !== null)) {
    return { code: "adjustment_currency_invalid", message: `${subject}: a change by money has a currency, one by percent has none.` }
  }
  if (kind === "percent" && !isBetween(value, PERCENT_MIN, PERCENT_MAX)) {
    return { code: "percent_out_of_range", message: `${subject}: percent are between ${PERCENT_MIN} and ${PERCENT_MAX}.` }
  }
  if (starts_on !== null && ends_on !== null && starts_on > ends_on) {
    return { code: "days_out_of_order", message: `${subject} ends on ${ends_on}, before it starts on ${starts_on}.` }
  }
  return null
}

function isBetween(value: string, min: string, max: string): boolean {
  const decimal = parseDecimal(value)
  return compareDecimals(decimal, parseDecimal(min)) >= 0 && compareDecimals(decimal, parseDecimal(max)) <= 0
}
