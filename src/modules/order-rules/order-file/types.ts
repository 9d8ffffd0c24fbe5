/** What the file turned out to be, judged by its bytes and never by its name. */
export type OrderFileFormat = "xlsx" | "xls" | "ods" | "csv"

/** Bounds on an uploaded order form. Each is refused with its own code, since the form comes from outside. */
export interface OrderFileLimits {
  /** Size of the upload. */
  max_bytes: number
  /** Sum of all unpacked parts of an XLSX or ODS container. */
  max_unpacked_bytes: number
  /** Parts of an XLSX or ODS container. */
  max_parts: number
  /** Rows below the header. */
  max_rows: number
  /** Time for parsing in the worker, its start included. */
  timeout_ms: number
  /** JavaScript heap of the worker. */
  max_heap_mb: number
  /** Characters read of a cell; longer texts are cut. */
  max_text_length: number
}

export const DEFAULT_ORDER_FILE_LIMITS: OrderFileLimits = {
  max_bytes: 20 * 1024 * 1024,
  max_unpacked_bytes: 150 * 1024 * 1024,
  max_parts: 5_000,
  max_rows: 20_000,
  timeout_ms: 15_000,
  max_heap_mb: 256,
  // No article or quantity is as long.
  max_text_length: 1_000,
}

/** Columns named by a person, 1-based: for a form whose header is not recognised. */
export interface OrderFileColumns {
  article: number
  quantity: number
  unit?: number | null
  /** The dealer's own numbers, beside the articles. */
  own_number?: number | null
  /** Row of the header, 1-based; null when the data begin in row 1. */
  header_row?: number | null
}

export type DecimalSeparator = "," | "."

export interface OrderFileOptions extends Partial<OrderFileLimits> {
  columns?: OrderFileColumns
  /** Settles what "1,000" means in this file; without it such a text is a problem of its row. */
  decimal_separator?: DecimalSeparator
}

export interface OrderFileInput {
  buffer: Buffer
  /** Only for messages. */
  filename: string
}

export type OrderFileRowProblemCode =
  | "article_missing"
  | "article_is_date"
  | "article_too_long"
  | "cell_error"
  | "formula_without_value"
  | "quantity_ambiguous"
  | "quantity_negative"
  | "quantity_too_large"
  | "quantity_unreadable"

export interface OrderFileRowProblem {
  code: OrderFileRowProblemCode
  message: string
}

export interface OrderFileRow {
  /** 1-based, as the person sees it in the spreadsheet. */
  row: number
  article: string
  /** As it stands in the cell. */
  quantity_text: string
  /** Canonical decimal such as "1000.5", in `unit`; null when there is a problem with it. */
  quantity: string | null
  /** As written in the unit column or after the number; null means the base unit. */
  unit: string | null
  /** What the dealer himself calls the product; null where the form does not say. */
  own_number: string | null
  problem: OrderFileRowProblem | null
}

/** Where the columns were found; numbers are 1-based. */
export interface OrderFileHeader {
  /** Null when the table has no header row. */
  row: number | null
  article_column: number
  quantity_column: number
  unit_column: number | null
  own_number_column: number | null
  /** True when the columns were told by their content and not by their names. */
  guessed: boolean
}

export interface OrderFile {
  format: OrderFileFormat
  /** Name of the sheet; null for a text file. */
  sheet: string | null
  header: OrderFileHeader
  rows: OrderFileRow[]
  /** Rows of a price list that nobody filled in, group titles and totals. */
  skipped: number
}
