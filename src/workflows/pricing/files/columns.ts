/** Whose rows a file has: prices of a type or a contract, stock of a warehouse, sort numbers of all goods. */
export const PRICE_FILE_KINDS = ["price_type", "contract", "stock", "position"] as const
export type PriceFileKind = (typeof PRICE_FILE_KINDS)[number]

export type PriceFileLocale = "ru" | "en"

/** Columns of a file of prices. `id` names the product for certain, since characteristics of one product may share an article. */
export type PriceColumn =
  | "article"
  | "title"
  | "variant"
  | "amount"
  | "quantity"
  | "position"
  | "now"
  | "unit"
  | "from_quantity"
  | "starts_on"
  | "ends_on"
  | "source"
  | "document"
  | "id"

/** By kind, in the order in which they are written. */
export const COLUMNS: Record<PriceFileKind, PriceColumn[]> = {
  price_type: ["article", "title", "variant", "amount", "unit", "from_quantity", "id"],
  contract: ["article", "title", "variant", "from_quantity", "starts_on", "ends_on", "amount", "source", "document", "id"],
  stock: ["article", "title", "variant", "quantity", "id"],
  position: ["article", "title", "position", "now", "id"],
}

/** The column that the file is about. */
export const VALUE_COLUMN = { price_type: "amount", contract: "amount", stock: "quantity", position: "position" } as const

export const WIDTHS: Record<PriceColumn, number> = {
  article: 20,
  title: 50,
  variant: 20,
  amount: 14,
  quantity: 14,
  position: 14,
  now: 14,
  unit: 12,
  from_quantity: 14,
  starts_on: 12,
  ends_on: 12,
  source: 12,
  document: 30,
  id: 34,
}

/** What stands above each column; a file is read by these words in either language, in any order. */
export const HEADERS: Record<PriceFileLocale, Record<PriceColumn, string>> = {
  ru: {
    article: "Артикул",
    title: "Товар",
    variant: "Характеристика",
    amount: "Цена",
    quantity: "Остаток",
    position: "Порядок",
    now: "Порядок 1С",
    unit: "Единица",
    from_quantity: "От количества",
    starts_on: "С",
    ends_on: "По",
    source: "Источник",
    document: "Документ 1С",
    id: "ID",
  },
  en: {
    article: "Article",
    title: "Product",
    variant: "Variant",
    amount: "Price",
    quantity: "Stock",
    position: "Sort number",
    now: "Sort number of 1C",
    unit: "Unit",
    from_quantity: "From quantity",
    starts_on: "From day",
    ends_on: "To day",
    source: "Source",
    document: "1C document",
    id: "ID",
  },
}
