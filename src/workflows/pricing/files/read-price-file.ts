import { MedusaError } from "@medusajs/framework/utils"
import type { PriceProblemCode } from "../../../modules/contract-pricing/rules/compare-prices"
import { type DecimalProblem, readDecimal, readNumber } from "../../../modules/contract-pricing/rules/read-decimal"
import {
  type Cell,
  cellText,
  OrderFileRefusal,
  type OrderFileLimits,
  readSheets,
  type Sheet,
} from "../../../modules/order-rules/order-file"
import { HEADERS, type PriceColumn, type PriceFileKind } from "./columns"

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
}
/** Titles above a table are passed over. */
const HEADER_ROWS_MAX = 20

/** A row of the file whose cells are understood; which product it means is not looked up yet. */
export interface PriceFileRow {
  file_row: number
  article: string
  /** The product named for certain; empty where the file has no such column. */
  variant_id: string
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
 * Reads a file of prices: XLSX, XLS, ODS or delimited text, with its columns in any order and in either language.
 *
 * @throws MedusaError INVALID_DATA `price_file_…` when the file as a whole cannot be used
 */
export async function readPriceFile(input: { buffer: Buffer; filename: string }, kind: PriceFileKind): Promise<PriceFile> {
  const { sheets } = await readSheets(input, LIMITS).catch((error: unknown) => {
    throw error instanceof OrderFileRefusal
      ? new MedusaError(MedusaError.Types.INVALID_DATA, error.message, error.code?.replace("order_file", "price_file"))
      : error
  })
  for (const sheet of sheets) {
    const header = findHeader(sheet, kind)
    if (header) {
      return readRows(sheet, header)
    }
  }
  const message = `No sheet has the columns ${HEADERS.ru.article} (or ${HEADERS.ru.id}) and ${HEADERS.ru.amount}.`
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "price_file_columns_unknown")
}

interface Header {
  row: number
  places: Partial<Record<PriceColumn, number>>
}

function findHeader(sheet: Sheet, kind: PriceFileKind): Header | null {
  for (const { row, cells } of sheet.rows.slice(0, HEADER_ROWS_MAX)) {
    const words = cells.map((cell) => cellText(cell).toLowerCase())
    const places: Header["places"] = {}
    for (const names of [HEADERS.en, HEADERS.ru]) {
      for (const [column, name] of Object.entries(names) as [PriceColumn, string][]) {
        const place = words.indexOf(name.toLowerCase())
        if (place >= 0 && (kind === "contract" || !OF_CONTRACTS.includes(column))) {
          places[column] = place
        }
      }
    }
    if (places.amount !== undefined && (places.article !== undefined || places.id !== undefined)) {
      return { row, places }
    }
  }
  return null
}

const OF_CONTRACTS: PriceColumn[] = ["from_quantity", "starts_on", "ends_on"]

function readRows(sheet: Sheet, { row: headerRow, places }: Header): PriceFile {
  const below = sheet.rows.filter(({ row }) => row > headerRow)
  if (below.length > LIMITS.max_rows) {
    const message = `The table has more than ${LIMITS.max_rows} rows: split the file.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "price_file_too_many_rows")
  }
  const file: PriceFile = { rows: [], faults: [] }
  for (const { row, cells } of below) {
    const at = (column: PriceColumn): Cell => cells[places[column] ?? -1] ?? null
    const read = readRow(row, at)
    if ("code" in read) {
      file.faults.push(read)
    } else {
      file.rows.push(read)
    }
  }
  return file
}

function readRow(file_row: number, at: (column: PriceColumn) => Cell): PriceFileRow | FaultyRow {
  const [article, variant_id] = [cellText(at("article")), cellText(at("id"))]
  const row = { file_row, article: article || variant_id, variant_id }
  const fault = (code: PriceProblemCode): FaultyRow => ({ ...row, code })
  if (row.article === "") {
    return fault("article_missing")
  }
  const amount = readAmount(at("amount"))
  if (amount && "problem" in amount) {
    return fault(`amount_${amount.problem}`)
  }
  const quantity = readAmount(at("from_quantity"))
  if (quantity && "problem" in quantity) {
    return fault("quantity_unreadable")
  }
  const [starts_on, ends_on] = [readDay(at("starts_on")), readDay(at("ends_on"))]
  if (starts_on === undefined || ends_on === undefined) {
    return fault("day_unreadable")
  }
  if (starts_on !== null && ends_on !== null && starts_on > ends_on) {
    return fault("days_out_of_order")
  }
  return { ...row, from_quantity: quantity?.decimal ?? "0", starts_on, ends_on, amount: amount?.decimal ?? null }
}

/** Null for an empty cell. */
function readAmount(cell: Cell): { decimal: string } | { problem: DecimalProblem } | null {
  if (cell === null || (typeof cell === "string" && cell.trim() === "")) {
    return null
  }
  if (typeof cell === "string") {
    return readDecimal(cell)
  }
  return cell.kind === "number" ? readNumber(cell.value) : { problem: "unreadable" }
}

/** YYYY-MM-DD; null for an empty cell, undefined for what is no day. */
function readDay(cell: Cell): string | null | undefined {
  const text = cellText(cell)
  if (text === "") {
    return null
  }
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const day = y ? `${y}-${m?.padStart(2, "0")}-${d?.padStart(2, "0")}` : text.slice(0, 10)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  return isDay ? day : undefined
}
