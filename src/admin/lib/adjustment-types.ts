import type { ProductName } from "./product-name"
import type { AuditEntryRow } from "./types"

/** Shapes of discounts, markups and prices of contracts as the screens read them. */
export const SCOPES = ["everyone", "region", "client_category", "holding", "legal_entity", "contract"] as const
export type Scope = (typeof SCOPES)[number]

export const TARGETS = ["everything", "category", "brand", "property", "label", "list"] as const

export interface NamedRow {
  id: string
  name: string
}

export interface ChoiceList {
  choices: { id: string; name: string; note: string | null }[]
  count: number
}

export interface AdjustmentRow {
  id: string
  name: string
  scope: { kind: Scope; id: string | null; name: string | null }
  target: {
    category: NamedRow | null
    brand: string | null
    properties: { name: string; value: string }[]
    labels: string[]
    list_size: number | null
  }
  kind: "percent" | "fixed" | "withheld"
  value: string
  currency_code: string | null
  from_quantity: string
  starts_on: string | null
  ends_on: string | null
  is_stacking: boolean
  source: "erp" | "portal"
  document: string | null
  as_of: string | null
  updated_at: string
}

export interface AdjustmentList {
  price_adjustments: AdjustmentRow[]
  count: number
}

type Facts = Record<string, string | number | boolean | null> | null

/** What a file of adjustments changes. */
export interface AdjustmentImport {
  is_applied: boolean
  state: string
  counts: Record<"created" | "changed" | "removed" | "problem" | "unchanged", number>
  rows: {
    file_row: number | null
    status: "created" | "changed" | "removed" | "problem"
    code: string | null
    message: string | null
    id: string | null
    name: string
    before: Facts
    after: Facts
  }[]
}

export interface AdjustmentCard {
  price_adjustment: AdjustmentRow
  products: ProductName[]
  history: AuditEntryRow[]
}

interface PriceSide {
  price: string | null
  held_by: "contract_price" | "adjustment" | "price_type" | "withheld" | "nothing"
  names: string[]
}

/** What a rule that is tried does to one product under one contract. */
export interface RuleExample<Side> {
  contract: { id: string; number: string; legal_entity: NamedRow }
  product: ProductName
  before: Side
  after: Side
  is_changed: boolean
}

/** How much it reaches. */
export interface RuleReach {
  products: number
  contracts: number
  clients: number
}

export interface PreviewExample extends RuleExample<PriceSide> {
  currency_code: string
  quantity: string
  before: PriceSide
  after: PriceSide
  is_changed: boolean
}

export interface AdjustmentPreview {
  day: string
  touched: { products: number; contracts: number; clients: number }
  compared: { products: number; contracts: number; prices: number; is_whole: boolean }
  changed: { prices: number; cheaper: number; dearer: number; gained: number; lost: number }
  examples: PreviewExample[]
  articles: { found: number; unknown: string[]; ambiguous: string[] }
}

export interface ContractPriceRow extends ProductName {
  from_quantity: string
  starts_on: string | null
  ends_on: string | null
  amount: string
  source: "erp" | "portal"
  document: string | null
  as_of: string | null
}

export interface ContractPriceList {
  contract: {
    id: string
    number: string
    currency_code: string
    legal_entity: NamedRow
    price_type: NamedRow | null
    former_currencies: { currency_code: string; price_count: number }[]
  }
  prices: ContractPriceRow[]
  count: number
}

export interface PriceRowResult {
  row: number
  subject: string | null
  outcome: "created" | "updated" | "unchanged" | "removed" | "absent" | "refused"
  code: string | null
  message: string | null
  product: ProductName | null
  price_before: string | null
  price_after: string | null
}

export interface PriceRowResults {
  results: PriceRowResult[]
  counts: Record<PriceRowResult["outcome"], number>
}
