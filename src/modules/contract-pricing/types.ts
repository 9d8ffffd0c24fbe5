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
  Partial<Pick<PriceType, "id" | "includes_vat" | "is_retail" | "as_of">>

/** Price of one base unit as an exact decimal with at most six digits after the point. */
export interface EntryPrice {
  entry_key: number
  amount: string
}
