import type { PriceProblemCode } from "../../../modules/contract-pricing/rules/compare-prices"
import { cellText } from "../../../modules/order-rules/order-file"
import { COLUMNS, HEADERS, type PriceColumn, type PriceFileKind, VALUE_COLUMN } from "./columns"
import { readAmount, readDay, readTable, type TableRow } from "./read-table"

const ROWS_MAX = 100_000
/** As a sort number is kept: nine digits fit. */
const WHOLE = /^\d{1,9}$/
/** As the quantity that a price begins at is kept; the barcode of a product is longer. */
const QUANTITY = /^\d{1,12}(\.\d+)?$/

/** A row of the file whose cells are understood; which product it means is not looked up yet. */
export interface PriceFileRow {
  file_row: number
  article: string
  /** The product named for certain; empty where the file has no such column. */
  variant_id: string
  /** Name or code of a sales unit, or "×12"; empty = the base unit. Nothing but that in a file of a contract. */
  unit: string
  from_quantity: string
  starts_on: string | null
  ends_on: string | null
  /** Null = the cell is empty. */
  amount: string | null
}

/** A row whose cells are not understood. */
export type FaultyRow = Pick<PriceFileRow, "file_row" | "article" | "variant_id"> & { code: PriceProblemCode }

export interface PriceFile {
  rows: PriceFileRow[]
  faults: FaultyRow[]
}

/**
 * Reads a file of prices, stock or sort numbers.
 *
 * @throws MedusaError INVALID_DATA `price_file_…` when the file as a whole cannot be used
 */
export async function readPriceFile(input: { buffer: Buffer; filename: string }, kind: PriceFileKind): Promise<PriceFile> {
  const value = VALUE_COLUMN[kind]
  const rows = await readTable<PriceColumn>(input, {
    columns: COLUMNS[kind],
    headers: [HEADERS.en, HEADERS.ru],
    isHead: (has) => has(value) && (has("article") || has("id")),
    missing: `No sheet has the columns «${HEADERS.ru.article} (${HEADERS.ru.id}), ${HEADERS.ru[value]}».`,
    rows_max: ROWS_MAX,
  })
  const file: PriceFile = { rows: [], faults: [] }
  for (const row of rows) {
    const read = readRow(row, kind)
    if ("code" in read) {
      file.faults.push(read)
    } else {
      file.rows.push(read)
    }
  }
  return file
}

function readRow({ file_row, at }: TableRow<PriceColumn>, kind: PriceFileKind): PriceFileRow | FaultyRow {
  const [article, variant_id] = [cellText(at("article")), cellText(at("id"))]
  const row = { file_row, article: article || variant_id, variant_id }
  const fault = (code: PriceProblemCode): FaultyRow => ({ ...row, code })
  if (row.article === "") {
    return fault("article_missing")
  }
  const amount = readAmount(at(VALUE_COLUMN[kind]))
  if (amount && "problem" in amount) {
    return fault(`amount_${amount.problem}`)
  }
  if (kind === "position" && amount && !WHOLE.test(amount.decimal)) {
    return fault("number_not_whole")
  }
  const quantity = readAmount(at("from_quantity"))
  if (quantity && ("problem" in quantity || !QUANTITY.test(quantity.decimal))) {
    return fault("quantity_unreadable")
  }
  const [starts_on, ends_on] = [readDay(at("starts_on")), readDay(at("ends_on"))]
  if (starts_on === undefined || ends_on === undefined) {
    return fault("day_unreadable")
  }
  if (starts_on !== null && ends_on !== null && starts_on > ends_on) {
    return fault("days_out_of_order")
  }
  const unit = cellText(at("unit")).trim()
  return { ...row, unit, from_quantity: quantity?.decimal ?? "0", starts_on, ends_on, amount: amount?.decimal ?? null }
}
