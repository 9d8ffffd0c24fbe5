/** A rate as the screens read it. */
export interface CurrencyRateRow {
  id: string
  currency_code: string
  in_currency: string
  on_date: string
  rate: string
  source: "erp" | "portal"
  as_of: string | null
}

export interface CurrencyRateList {
  currency_rates: CurrencyRateRow[]
  base_currency: string | null
  count: number
}
