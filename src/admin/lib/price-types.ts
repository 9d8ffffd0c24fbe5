import type { ProductName } from "./product-name"

/** A row that was considered, told as a sentence. */
interface ConsideredRow {
  outcome: string
  text: string
}

export interface PriceExplanation {
  contract_id: string
  variant_id: string
  quantity: string
  day: string
  currency_code: string
  text: string
  price: string | null
  base_price: { amount: string; currency_code: string; price_type_name: string } | null
  includes_vat: boolean
  vat_rate: string | null
  vat: string | null
  retail_price: string | null
  discount_percent: string | null
  next_price: { from_quantity: string; price: string; text: string } | null
  steps: { code: string; text: string }[]
  contract_prices: ConsideredRow[]
  thresholds: ConsideredRow[]
  price_types: ConsideredRow[]
  adjustments: ConsideredRow[]
  withholdings: ConsideredRow[]
}

export interface EntryRow extends ProductName {
  product_id: string
}

export interface EntryList {
  catalog_entries: EntryRow[]
  count: number
}

/** As it was kept when the order was placed: which fields it has depends on its code, and on when that was. */
export interface KeptStep {
  code: string
  text: string
  amount: string | null
  document?: string | null
  refined_at?: string
}

export interface OrderPriceLine extends Omit<ProductName, "variant_id"> {
  id: string
  variant_id: string | null
  quantity: string
  unit: string
  /** The sales unit that it was asked in, and how many; null = base units. */
  asked: { name: string; quantity: string } | null
  unit_price: string
  vat_rate: string | null
  /** Of the whole line. */
  vat: string | null
  /** What promotions took off the line; left out where that is nothing. */
  discount?: string
  explanation: { day: string | null; steps: KeptStep[] } | null
  /** Who let the line past the order rules, and why. */
  quantity_bypass: { reason: string; user_name: string | null; at: string } | null
}

export interface OrderPrices {
  currency_code: string
  includes_vat: boolean
  vat: string | null
  amount_with_vat: string
  lines: OrderPriceLine[]
}

export interface PriceTypeRow {
  id: string
  name: string
  currency_code: string
  includes_vat: boolean
  is_retail: boolean
  region: string | null
  fallback: { id: string; name: string } | null
  source: "erp" | "portal"
  region_from_erp: boolean
  fallback_from_erp: boolean
  as_of: string | null
  price_count: number
  contract_count: number
}

export interface PriceTypeList {
  price_types: PriceTypeRow[]
  count: number
}

export interface TypePriceRow extends ProductName {
  /** Sales unit that it is the price of; null = the base unit. */
  unit: string | null
  /** Base units; "0" of the plain price. */
  from_quantity: string
  amount: string
}

export interface TypePriceList {
  prices: TypePriceRow[]
  count: number
}

export interface Warehouse {
  id: string
  name: string
  source: "erp" | "portal"
  as_of: string | null
}

export const FILE_KINDS = ["price_type", "contract", "stock", "position"] as const

export interface PriceImport {
  id: string
  kind: (typeof FILE_KINDS)[number]
  subject_id: string
  file_name: string
  counts: Record<"created" | "changed" | "removed" | "problem" | "marked" | "unchanged", number>
  applied_mode: "replace" | "add" | "edit" | null
}

export interface PriceImportRow {
  id: string
  status: "created" | "changed" | "removed" | "problem"
  file_row: number | null
  code: string | null
  article: string
  title: string | null
  unit: string | null
  from_quantity: string
  starts_on: string | null
  ends_on: string | null
  old_amount: string | null
  new_amount: string | null
  percent: string | null
  is_marked: boolean
}

export interface PriceImportRows {
  rows: PriceImportRow[]
  count: number
}
