import type { CurrencyRate } from "../../../modules/contract-pricing/types"

/** A rate as the admin sees it. The driver gives a moment as a date, a workflow as text. */
export function presentCurrencyRate({ as_of, ...rate }: CurrencyRate) {
  return { ...rate, as_of: as_of === null ? null : new Date(as_of).toISOString() }
}
