import type { DecimalString } from "./decimal-string"

export interface ErpPriceType {
  kind: "price_type"
  external_id: string
  name: string
  /** ISO 4217, lower case ("rub"); aliases such as "руб", "RUR", "грн" are resolved by the adapter. */
  currency_code: string
  includes_vat: boolean
}

export interface ErpPrice {
  kind: "price"
  offer_external_id: string
  price_type_external_id: string
  /** Of one unit that holds `coefficient` base units; zero is a price, a missing one is not sent. */
  amount: DecimalString
  currency_code: string | null
  /** Base units in the unit that the price is for. */
  coefficient: DecimalString
  /** Base units from which it holds; left out = the price of the unit. Where a package tells prices of an offer and type, other tiers go. */
  from_quantity?: DecimalString
}
