/** A named column of prices from the ERP. */
export interface PriceType {
  id: string
  /** Small integer for the price table. */
  key: number
  name: string
  /** ISO 4217, lower case. */
  currency_code: string
  includes_vat: boolean
  /** The recommended retail price is read from this one; at most one live type is retail. */
  is_retail: boolean
  /** Moment at which the ERP's prices were true. */
  as_of: Date | null
}

/** What is needed to make a price type; the rest has defaults. */
export type NewPriceType = Pick<PriceType, "name" | "currency_code"> &
  Partial<Pick<PriceType, "id" | "includes_vat" | "is_retail" | "as_of">> & { region?: string | null; fallback_id?: string | null }

/** Price of one base unit as an exact decimal with at most six digits after the point. */
export interface EntryPrice {
  entry_key: number
  amount: string
}

/** What one unit of a currency costs in another one, said for a bank day. */
export interface CurrencyRate {
  id: string
  /** ISO 4217, lower case, as `in_currency`. */
  currency_code: string
  in_currency: string
  /** YYYY-MM-DD */
  on_date: string
  /** Exact decimal with at most ten digits after the point. */
  rate: string
  source: "erp" | "portal"
  /** Moment of the ERP's word. */
  as_of: Date | null
}

/** A rate that the staff tells; without an id it gets one, if it is new. */
export type GivenCurrencyRate = Pick<CurrencyRate, "currency_code" | "in_currency" | "on_date" | "rate"> & { id?: string }

/** What became of a rate that was told. The ERP's rate of a day stands, whoever tells another. */
export type PutCurrencyRate =
  { outcome: "created" | "unchanged" | "erp_owned"; rate: CurrencyRate } | { outcome: "updated"; rate: CurrencyRate; before: CurrencyRate }

export interface CurrencyRateFilter {
  /** Part of either code. */
  q?: string
  on_date?: string
  limit: number
  offset: number
}
