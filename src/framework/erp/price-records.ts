import type { DecimalString } from "./decimal-string"

export interface ErpPriceType {
  kind: "price_type"
  external_id: string
  name: string
  /** ISO 4217, lower case ("rub"); aliases such as "руб", "RUR", "грн" are resolved by the adapter. */
  currency_code: string
  /**
   * True where the ERP names no currency with the type, so that it is that of the first of its prices in the package. A type that has prices keeps its own
   * then: one price must not make other money of all the others.
   */
  is_currency_of_prices?: boolean
  includes_vat: boolean
}

export interface ErpPrice {
  kind: "price"
  offer_external_id: string
  price_type_external_id: string
  /** Of one unit that holds `coefficient` base units; zero is a price, a missing one is not sent. */
  amount: DecimalString
  /** Null = that of its type; a price in another one than its type is refused. */
  currency_code: string | null
  /** Base units in the unit that the price is for. */
  coefficient: DecimalString
  /** Base units from which it holds; left out = the price of the unit. Where a package tells prices of an offer and type, other tiers go. */
  from_quantity?: DecimalString
}

/** How a price type falls back: where it has no price of an offer, the other one is asked. */
export interface ErpPriceTypeRule {
  kind: "price_type_rule"
  /** Of the price type. */
  external_id: string
  fallback_external_id?: string | null
  /** As a fallback the type counts for contracts of this region only. */
  region?: string | null
}

/** Opens the prices of one contract; those that follow belong to it. */
export interface ErpContractPriceList {
  kind: "contract_price_list"
  contract_external_id: string
  /** True when all prices of the contract follow: what the ERP said before and says no longer is gone. */
  is_full: boolean
  /** That the amounts are in; those of a contract in another one are refused. Left out = that of the contract. */
  currency_code?: string
}

/** A price that a contract has of its own, whatever its price type says. Contract, offer, quantity and first day name it. */
export interface ErpContractPrice {
  kind: "contract_price"
  contract_external_id: string
  offer_external_id: string
  /** Base units from which it holds; "0" = from the first. */
  from_quantity: DecimalString
  /** Calendar days, YYYY-MM-DD, both included; null = open. */
  starts_on: string | null
  ends_on: string | null
  /** In the currency of the contract, of one unit that holds `coefficient` base units. */
  amount: DecimalString
  coefficient: DecimalString
  /** The document in the ERP that says so, for people. */
  document: string | null
  is_deleted: boolean
}

/** Whom an adjustment is for: by id in the ERP, a region by its name, everyone by nothing. */
export interface ErpAdjustmentScope {
  kind: "contract" | "legal_entity" | "holding" | "client_category" | "region" | "everyone"
  external_id: string | null
}

/** What an adjustment aims at: all that is named must hold; where nothing is named it aims at everything. */
export interface ErpAdjustmentTarget {
  /** A group with all below it. */
  group_external_id?: string | null
  brand?: string | null
  properties?: { name: string; value: string }[]
  /** Tags of the product. */
  labels?: string[]
  /** A list of offers; they alone. */
  offer_external_ids?: string[]
}

/** A discount or markup on base prices, or a rule that withholds goods from sale. */
export interface ErpPriceAdjustment {
  kind: "price_adjustment"
  external_id: string
  name: string
  scope: ErpAdjustmentScope
  target: ErpAdjustmentTarget
  /** "withheld": the goods cannot be ordered, whatever they cost; such a rule has no value, quantity or stacking. */
  change: "percent" | "fixed" | "withheld"
  /** Signed: percent, or money of one base unit; negative is a discount; "0" of what is withheld. */
  value: DecimalString
  /** Of a fixed one; null for a percentage. */
  currency_code: string | null
  from_quantity: DecimalString
  starts_on: string | null
  ends_on: string | null
  /** Applied besides the nearest one. */
  is_stacking: boolean
  document: string | null
  is_deleted: boolean
}

/** A tag of products that shuts adjustments off: what bears it costs its base price, or the price of the contract. */
export interface ErpExclusiveLabel {
  kind: "exclusive_label"
  /** Value of the tag. */
  label: string
  is_deleted: boolean
}

/** What `nominal` units of a currency cost in another one, said for a bank day. The two currencies and the day name a rate. */
export interface ErpCurrencyRate {
  kind: "currency_rate"
  /** ISO 4217, lower case, as `in_currency`. */
  currency_code: string
  in_currency: string
  /** YYYY-MM-DD */
  on_date: string
  rate: DecimalString
  nominal: DecimalString
  is_deleted: boolean
}

/** How much of goods may be ordered by somebody: the nearest rule wins field by field. */
export interface ErpOrderRule {
  kind: "order_rule"
  external_id: string
  scope: ErpAdjustmentScope
  /** One offer, one group with all below it, or, with neither, everything. */
  target: { offer_external_id?: string | null; group_external_id?: string | null }
  /** The sales unit that the quantities are in, by its code; null = base units. */
  unit_code: string | null
  /** Null = the rule says nothing of it; so the next two. */
  multiplicity: DecimalString | null
  minimum: DecimalString | null
  maximum: DecimalString | null
  document: string | null
  is_deleted: boolean
}

/** Who sees which goods, or does not. */
export interface ErpVisibilityRule {
  kind: "visibility_rule"
  external_id: string
  name: string
  /** Not a region. */
  scope: ErpAdjustmentScope
  /** One condition at most; none = everything. */
  target: ErpAdjustmentTarget
  effect: "hide" | "show"
  is_deleted: boolean
}

/** Another price type from a sum of the cart, or from a quantity of a line. */
export interface ErpPriceThreshold {
  kind: "price_threshold"
  external_id: string
  scope: ErpAdjustmentScope
  basis: "total" | "quantity"
  /** Money of the cart, or base units of the line; more than zero. */
  from_amount: DecimalString
  /** Of a total; null for a quantity. */
  currency_code: string | null
  price_type_external_id: string
  starts_on: string | null
  ends_on: string | null
  document: string | null
  is_deleted: boolean
}
