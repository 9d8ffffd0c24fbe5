import { MedusaError } from "@medusajs/framework/utils"
import { type DecimalProblem, readDecimal, readNumber } from "../../../modules/contract-pricing/rules/read-decimal"
import {
  type Cell,
  cellText,
  OrderFileRefusal,
  type OrderFileLimits,
  readSheets,
  type Sheet,
} from "../../../modules/order-rules/order-file"

const MEGABYTE = 1024 * 1024
/** Of one file. */
export const PRICE_FILE_BYTES_MAX = 20 * MEGABYTE
const LIMITS: OrderFileLimits = {
  max_bytes: PRICE_FILE_BYTES_MAX,
  max_unpacked_bytes: 300 * MEGABYTE,
  max_parts: 5_000,
  max_rows: 100_000,
  timeout_ms: 60_000,
  max_heap_mb: 768,
  // As many as Excel takes in a cell: lists of articles are long.
  max_text_length: 32_767,
}
/** Titles above a table are passed over. */
const HEADER_ROWS_MAX = 20

/** What a table is known by. */
export interface TableShape<Column extends string> {
  columns: readonly Column[]
  /** Words above the columns, in each language. */
  headers: readonly Record<Column, string>[]
  /** Whether a row with these columns is the head of the table. */
  isHead: (has: (column: Column) => boolean) => boolean
  /** Said when no sheet has such a row. */
  missing: string
  rows_max: number
}

export interface TableRow<Column extends string> {
  /** As it is seen in the file. */
  file_row: number
  at: (column: Column) => Cell
}

/**
 * Reads the table of a file: XLSX, XLS, ODS or delimited text, with its columns in any order and in either language.
 *
 * @throws MedusaError INVALID_DATA `price_file_…` when the file as a whole cannot be used
 */
export async function readTable<Column extends string>(
  input: { buffer: Buffer; filename: string },
  shape: TableShape<Column>
): Promise<TableRow<Column>[]> {
  const { sheets } = await readSheets(input, LIMITS).catch((error: unknown) => {
    throw error instanceof OrderFileRefusal
      ? new MedusaError(MedusaError.Types.INVALID_DATA, error.message, error.code?.replace("order_file", "price_file"))
      : error
  })
  for (const sheet of sheets) {
    const head = findHead(sheet, shape)
    if (head) {
      return rowsBelow(sheet, head, shape.rows_max)
    }
  }
  throw new MedusaError(MedusaError.Types.INVALID_DATA, shape.missing, "price_file_columns_unknown")
}

interface Head<Column extends string> {
  row: number
  places: Partial<Record<Column, number>>
}

function findHead<Column extends string>(sheet: Sheet, { columns, headers, isHead }: TableShape<Column>): Head<Column> | null {
  for (const { row, cells } of sheet.rows.slice(0, HEADER_ROWS_MAX)) {
    const words = cells.map((cell) => cellText(cell).toLowerCase())
    const places: Head<Column>["places"] = {}
    for (const names of headers) {
      for (const column of columns) {
        const place = words.indexOf(names[column].toLowerCase())
        if (place >= 0) {
          places[column] = place
        }
      }
    }
    if (isHead((column) => places[column] !== undefined)) {
      return { row, places }
    }
  }
  return null
}

function rowsBelow<Column extends string>(sheet: Sheet, head: Head<Column>, rowsMax: number): TableRow<Column>[] {
  const below = sheet.rows.filter(({ row }) => row > head.row)
  if (below.length > rowsMax) {
    const message = `The table has more than ${rowsMax} rows: split the file.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "price_file_too_many_rows")
  }
  return below.map(({ row, cells }) => ({ file_row: row, at: (column) => cells[head.places[column] ?? -1] ?? null }))
}

/** Whether a person sees so many percent; a spreadsheet keeps hundredths of them then. */
export const isPercentage = (cell: Cell): boolean => /%$/.test(cellText(cell))

/** Null for an empty cell. Percent are no amount. */
export function readAmount(cell: Cell): { decimal: string } | { problem: DecimalProblem } | null {
  if (cell === null || (typeof cell === "string" && cell.trim() === "")) {
    return null
  }
  if (isPercentage(cell)) {
    return { problem: "unreadable" }
  }
  if (typeof cell === "string") {
    return readDecimal(cell)
  }
  return cell.kind === "number" ? readNumber(cell.value) : { problem: "unreadable" }
}

/** YYYY-MM-DD; null for an empty cell, undefined for what is no day. */
export function readDay(cell: Cell): string | null | undefined {
  const text = cellText(cell)
  if (text === "") {
    return null
  }
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const day = y ? `${y}-${m?.padStart(2, "0")}-${d?.padStart(2, "0")}` : text.slice(0, 10)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  return isDay ? day : undefined
}
