import type { CurrencyRate } from "../../modules/contract-pricing/types"

/** What names a rate. */
export function keyOfRate({ currency_code, in_currency, on_date }: CurrencyRate) {
  return { currency_code, in_currency, on_date }
}

/** What the log keeps of a rate. */
export function factsOfRate(rate: CurrencyRate) {
  return { ...keyOfRate(rate), rate: rate.rate }
}
