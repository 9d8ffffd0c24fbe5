export type PriceListFormat = "xlsx" | "pdf"
export type PriceListLocale = "ru" | "en"

/** Text as it is, or a decimal that a spreadsheet may reckon with, shown with as many decimals as it is written with. */
export type PriceListCell = string | { decimal: string } | null

export interface PriceListColumn {
  header: string
  /** Characters, on average; a PDF divides the page by them. */
  width: number
  align: "left" | "right"
}

/** All of a price list but its rows. */
export interface PriceListHead {
  title: string
  /** For whom, under which terms, how fresh: lines under the title. A spreadsheet has none, since its first row names the columns. */
  facts: string[]
  columns: PriceListColumn[]
  /** "Page" in the language of the reader. */
  page_word: string
}

/** Rows that stand under one heading in a PDF. In a spreadsheet the category is a column. */
export interface PriceListSection {
  category: string
  rows: PriceListCell[][]
}

/** What a dealer sees of a product, as far as a price list tells it. Decimals are strings; quantities are base units. */
export interface PricedEntry {
  article: string | null
  sku: string | null
  title: string
  variant_title: string | null
  price: string | null
  retail_price: string | null
  next_price: { from_quantity: string; price: string } | null
  stock: { location_id: string; available: string }[]
  /** What comes next and is promised to nobody, the nearest day (YYYY-MM-DD) first. */
  next_supplies: { expected_on: string; free: string }[]
  units: { name: string; is_base: boolean }[]
  multiplicity: string
  minimum: string
}
