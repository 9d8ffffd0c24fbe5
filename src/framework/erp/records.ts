import type { EmployeeRole } from "../company"
import type { DecimalString } from "./decimal-string"
import type { ErpPrice, ErpPriceType } from "./price-records"

/**
 * What an ERP package says, in Kontor's words. An adapter (CommerceML, JSON, OData) turns its files into a stream of these
 * records; the core stages and merges them and knows nothing of the file they came from.
 *
 * Rules that hold for every record:
 * - `external_id` is the identity in the ERP, trimmed, at most {@link EXTERNAL_ID_MAX} characters. With the source it names one thing.
 * - Decimals are canonical strings: an optional minus, digits, an optional dot with digits ("12", "-0.5"); never a float.
 * - A field that the package did not mention is `undefined` (leave what is stored); `null` means "the ERP says: none".
 * - Strings are free of NUL and trimmed.
 */
export const EXTERNAL_ID_MAX = 120

/** Opens every package: what it is and whether it claims to be complete. */
export interface ErpPackage {
  kind: "package"
  /** What the part of the package carries. A file may open several packages one after another (classifier, catalogue, offers). */
  content: "classifier" | "catalog" | "offers" | "documents" | "partners" | "prices" | "supplies" | "reference"
  /** True when the sender says that the package holds everything. Absence from a full package never deletes by itself. */
  is_full: boolean
  /** The sender's id of the catalogue or offer package. */
  external_id: string | null
  /** When the sender made the package, ISO 8601 without a zone when the sender gave none; null when unreadable. */
  formed_at: string | null
  schema_version: string | null
}

export interface ErpGroup {
  kind: "group"
  external_id: string
  parent_external_id: string | null
  name: string
  /** Order among its siblings as sent, from 0. */
  position: number
  is_deleted: boolean
}

export interface ErpProperty {
  kind: "property"
  external_id: string
  name: string
  value_type: "text" | "number" | "time" | "reference"
  is_for_offers: boolean
  is_deleted: boolean
}

/** One entry of a reference property's list of values. */
export interface ErpPropertyValue {
  kind: "property_value"
  external_id: string
  property_external_id: string
  value: string
}

export interface ErpUnit {
  /** Code of the All-Russian classifier (796 = piece) or the sender's own; trimmed. */
  code: string
  /** Short name as shown, e.g. "шт". */
  name: string
  /** How many base units one of these holds. The base unit has "1". */
  coefficient: DecimalString
}

export interface ErpProduct {
  kind: "product"
  external_id: string
  /** Empty only when the ERP deletes the product without naming it: keep the stored name. */
  name: string
  article?: string | null
  barcode?: string | null
  description?: string | null
  manufacturer?: string | null
  country?: string | null
  /** The base unit comes first, then the packings. Undefined when the package does not mention units. */
  units?: ErpUnit[]
  group_external_ids?: string[]
  /** Paths as written in the package, e.g. "import_files/b1/x.jpg", in order. */
  images?: string[]
  /** `value` is a literal or the `external_id` of a property value. */
  properties?: { property_external_id: string; value: string }[]
  /** Percent; null = "без НДС". */
  vat_rate?: DecimalString | null
  /** Free name → value pairs (реквизиты): type, weight, full name, multiplicity and what the client has added. */
  requisites?: Record<string, string>
  is_service: boolean
  is_deleted: boolean
}

/** What is priced, stocked and ordered: a product or one characteristic of it. */
export interface ErpOffer {
  kind: "offer"
  /** "item" or "item#characteristic". */
  external_id: string
  product_external_id: string
  name?: string
  article?: string | null
  barcode?: string | null
  units?: ErpUnit[]
  /** Size, colour …; empty for the plain item. */
  characteristics?: { name: string; value: string }[]
  /** Values of classified properties, as 3.1 describes characteristics; `value` is a literal or the id of a property value. */
  properties?: { property_external_id: string; value: string }[]
  is_deleted: boolean
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

/** A discount or markup on base prices. */
export interface ErpPriceAdjustment {
  kind: "price_adjustment"
  external_id: string
  name: string
  scope: ErpAdjustmentScope
  target: ErpAdjustmentTarget
  change: "percent" | "fixed"
  /** Signed: percent, or money of one base unit; negative is a discount. */
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

export interface ErpWarehouse {
  kind: "warehouse"
  external_id: string
  name: string
  is_deleted: boolean
}

export interface ErpStock {
  kind: "stock"
  offer_external_id: string
  /** Null when the package knows only the sum over all warehouses. */
  warehouse_external_id: string | null
  /** In base units; negative remainders of 1C come as they are. */
  quantity: DecimalString
}

/** What a supply brings of one offer. */
export interface ErpSupplyLine {
  offer_external_id: string
  /** All that was ordered, in units that hold `coefficient` base units; zero says that none comes any more. */
  quantity: DecimalString
  /** What of it has arrived, and is in stock. */
  arrived: DecimalString
  coefficient: DecimalString
}

/** Goods on their way to a warehouse. */
export interface ErpSupply {
  kind: "supply"
  external_id: string
  /** As people call it. */
  number: string
  state: "planned" | "confirmed" | "in_transit" | "at_customs" | "arrived" | "cancelled"
  /** YYYY-MM-DD; null = nobody knows yet. */
  expected_on: string | null
  warehouse_external_id?: string | null
  supplier_name?: string | null
  comment?: string | null
  /** Undefined when the package does not tell them. */
  lines?: ErpSupplyLine[]
  /** True when these are all its lines: one that is not named is gone. */
  are_lines_whole: boolean
  is_deleted: boolean
}

/** A person of the supplier who looks after a client. Lists of them are whole: who is not named no longer does. */
export interface ErpManager {
  /** The ERP's own id of the person. */
  external_id: string
  name: string
  /** By it the person is bound to a user of the admin, now or as soon as there is one. */
  email: string | null
  role: "manager" | "assistant"
}

export interface ErpBankAccount {
  bic: string
  account: string
  bank_name: string | null
  correspondent_account: string | null
  /** Where no account of an entity is the default one, the first is. */
  is_default: boolean
}

/** A person who acts for the legal entity that names him, known by nothing but his e-mail. */
export interface ErpRepresentative {
  name: string
  email: string
  phone: string | null
}

export interface ErpHolding {
  kind: "holding"
  external_id: string
  name: string
  managers?: ErpManager[]
  is_deleted: boolean
}

export interface ErpLegalEntity {
  kind: "legal_entity"
  external_id: string
  name: string
  official_name?: string | null
  inn?: string | null
  kpp?: string | null
  ogrn?: string | null
  okpo?: string | null
  /** The registered address. */
  address?: string | null
  actual_address?: string | null
  postal_address?: string | null
  phone?: string | null
  email?: string | null
  /** The id under which Kontor told the ERP of an entity that was made here. */
  portal_id?: string
  /** All accounts; one that is not named is gone. */
  bank_accounts?: ErpBankAccount[]
  /** All categories; one that is not named no longer holds. */
  category_external_ids?: string[]
  managers?: ErpManager[]
  /** Adds people, takes none away. */
  representatives?: ErpRepresentative[]
  /** Undefined when the format does not carry it (CommerceML contragents). */
  holding_external_id?: string | null
  is_head?: boolean
  is_blocked?: boolean
  /** Why it is blocked or closed, for people. */
  state_reason?: string | null
  is_deleted: boolean
}

/** A named group of clients. */
export interface ErpClientCategory {
  kind: "client_category"
  external_id: string
  name: string
  is_deleted: boolean
}

/** Where goods of a legal entity go, or who receives them for it. */
export interface ErpDeliveryPoint {
  kind: "delivery_point"
  external_id: string
  /** The id under which Kontor told the ERP of a point that was made here. */
  portal_id?: string
  legal_entity_external_id: string
  is_consignee: boolean
  name: string
  address?: string | null
  contact?: string | null
  phone?: string | null
  comment?: string | null
  is_deleted: boolean
}

/** A person who acts for legal entities. Rights, password and e-mail are decided in Kontor; the ERP brings him in, ties and bars him. */
export interface ErpPerson {
  kind: "person"
  external_id: string
  name: string
  /** Who has none cannot sign in and is left out. */
  email: string | null
  phone?: string | null
  /** Counts once, when the person is new here. */
  role?: EmployeeRole
  /** All entities he works for, the default one first. */
  legal_entity_external_ids?: string[]
  is_blocked?: boolean
  is_deleted: boolean
}

export interface ErpSupplierEntity {
  kind: "supplier_entity"
  external_id: string
  name: string
  inn?: string | null
  kpp?: string | null
  is_deleted: boolean
}

export interface ErpContract {
  kind: "contract"
  external_id: string
  number: string
  legal_entity_external_id: string
  supplier_entity_external_id: string
  price_type_external_id: string
  currency_code: string
  /** Calendar days, YYYY-MM-DD; null = open. */
  starts_on: string | null
  ends_on: string | null
  /** Соглашение rather than договор. */
  is_agreement?: boolean
  /** YYYY-MM-DD */
  signed_on?: string | null
  payment_terms?: string | null
  region?: string | null
  /** Warehouses that orders may draw from; none named = all. */
  warehouse_external_ids?: string[]
  /** In the currency of the contract; at most two places. */
  credit_limit?: DecimalString | null
  credit_terms?: string | null
  is_blocked: boolean
  state_reason?: string | null
  is_deleted: boolean
}

/** The state of an order as the ERP sees it. */
export interface ErpOrderState {
  kind: "order_state"
  /** The ERP's own id of the order; null when the sender has none yet. */
  external_id: string | null
  /** The number under which Kontor sent the order. */
  number: string
  erp_number: string | null
  /** YYYY-MM-DD */
  erp_date: string | null
  /** The ERP's name of the state, e.g. "К отгрузке"; null when not sent. */
  status: string | null
  is_posted: boolean | null
  is_cancelled: boolean
  paid_on: string | null
  shipped_on: string | null
  total: DecimalString | null
  currency_code: string | null
  lines: { offer_external_id: string; quantity: DecimalString; price: DecimalString | null; amount: DecimalString | null }[]
}

/** A row that the adapter could not read; the rest of the package goes on. */
export interface ErpProblem {
  kind: "problem"
  /** Machine code, e.g. "price_amount_invalid". */
  code: string
  /** One sentence for a person, with the offending value. */
  message: string
  /** The external id (or position) of what was meant. */
  subject: string | null
}

export type ErpRecord =
  | ErpPackage
  | ErpGroup
  | ErpProperty
  | ErpPropertyValue
  | ErpProduct
  | ErpOffer
  | ErpPriceType
  | ErpPrice
  | ErpPriceTypeRule
  | ErpContractPriceList
  | ErpContractPrice
  | ErpPriceAdjustment
  | ErpCurrencyRate
  | ErpPriceThreshold
  | ErpOrderRule
  | ErpExclusiveLabel
  | ErpWarehouse
  | ErpStock
  | ErpSupply
  | ErpHolding
  | ErpLegalEntity
  | ErpClientCategory
  | ErpSupplierEntity
  | ErpDeliveryPoint
  | ErpPerson
  | ErpContract
  | ErpOrderState
  | ErpProblem

export type ErpRecordKind = ErpRecord["kind"]
