import type { DecimalString } from "./decimal-string"

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

/** All products of one kind that belong to a product. */
export interface ErpProductRelations {
  kind: "product_relations"
  product_external_id: string
  relation: "related" | "analogue" | "accessory"
  /** In their order; empty = none any more. */
  to_external_ids: string[]
  /** Each of the two is shown beside the other. */
  is_mutual: boolean
}

/** A certificate, an instruction or the like: one file that stands on the cards of many products. A list that is told is whole; undefined leaves what stands. */
export interface ErpProductDocument {
  kind: "product_document"
  external_id: string
  document_kind: "certificate" | "declaration" | "passport" | "instruction" | "drawing" | "warranty" | "other"
  title: string
  title_en?: string | null
  number?: string | null
  /** The last day, YYYY-MM-DD; null = for ever. */
  valid_until?: string | null
  /** Path under which the file is delivered, before the package or after it. */
  file: string
  product_external_ids?: string[]
  /** With all groups below them. */
  group_external_ids?: string[]
  manufacturers?: string[]
  is_deleted: boolean
}
