import { decodeText } from "./decode-text"
import { detectContainer } from "./detect-container"
import { findColumns, useColumns } from "./find-columns"
import { readRows } from "./read-rows"
import { OrderFileRefusal, unreadableFile } from "./refusal"
import { runReader } from "./run-reader"
import { cellText, type Sheet } from "./sheet"
import {
  DEFAULT_ORDER_FILE_LIMITS,
  type OrderFile,
  type OrderFileFormat,
  type OrderFileHeader,
  type OrderFileInput,
  type OrderFileLimits,
  type OrderFileOptions,
} from "./types"
import { unpack } from "./unpack"
import type { ReaderSource } from "./worker-functions"

/**
 * Reads an order form that a dealer uploaded: XLSX, XLS, ODS or delimited text, with its columns in any order. Every row that asks for
 * something comes back, with a problem where it cannot be understood; articles are not looked up and quantities not judged here.
 *
 * @throws OrderFileRefusal when the file as a whole cannot be used
 */
export async function readOrderFile(input: OrderFileInput, options: OrderFileOptions = {}): Promise<OrderFile> {
  const limits = { ...DEFAULT_ORDER_FILE_LIMITS, ...options }
  const { format, sheets } = await readSheets(input, limits)
  const [first] = sheets
  const { sheet, header } = options.columns ? { sheet: first, header: useColumns(first, options.columns) } : findTable(sheets)
  refuseTooManyRows(sheet, header, limits.max_rows)
  const { rows, skipped } = readRows(sheet, header, options.decimal_separator)
  if (rows.length === 0 && skipped === 0) throw empty(input.filename)
  return { format, sheet: sheet.name || null, header, rows, skipped }
}

/**
 * The filled sheets of an uploaded spreadsheet of any purpose, read under the same bounds as an order form.
 *
 * @throws OrderFileRefusal when the file as a whole cannot be read, or holds nothing
 */
export async function readSheets(
  input: OrderFileInput,
  limits: OrderFileLimits
): Promise<{ format: OrderFileFormat; sheets: [Sheet, ...Sheet[]] }> {
  const { format, source } = await openFile(input, limits)
  const sheets = (await runReader(format, source, limits)).filter((sheet) => sheet.rows.length > 0)
  const [first, ...others] = sheets
  if (!first) throw empty(input.filename)
  return { format, sheets: [first, ...others] }
}

async function openFile(
  { buffer, filename }: OrderFileInput,
  limits: OrderFileLimits
): Promise<{ format: OrderFileFormat; source: ReaderSource }> {
  if (buffer.length === 0) throw empty(filename)
  if (buffer.length > limits.max_bytes) {
    const message = `The file has ${buffer.length} bytes, more than ${limits.max_bytes}`
    throw new OrderFileRefusal("order_file_too_large", message, { limit: limits.max_bytes, count: buffer.length })
  }
  switch (detectContainer(buffer)) {
    case "zip": {
      const { format, parts } = await unpack(buffer, limits)
      return { format, source: { kind: "parts", parts } }
    }
    case "ole2":
      return { format: "xls", source: { kind: "workbook", bytes: buffer } }
    case "text":
      return { format: "csv", source: { kind: "text", ...decodeText(buffer) } }
    case "unknown":
      throw unreadableFile("it is neither a spreadsheet (XLSX, XLS, ODS) nor a text table (CSV)")
  }
}

/** The first sheet with columns that are recognised by name; failing that, the first whose content tells them. */
function findTable(sheets: Sheet[]): { sheet: Sheet; header: OrderFileHeader } {
  const found = sheets.flatMap((sheet) => {
    const header = findColumns(sheet)
    return header ? [{ sheet, header }] : []
  })
  const best = found.find(({ header }) => !header.guessed) ?? found[0]
  if (best) return best
  const seen =
    sheets[0]?.rows[0]?.cells
      .map(cellText)
      .filter((text) => text !== "")
      .slice(0, 20) ?? []
  const message = `No columns with articles and quantities were recognised; the first row reads: ${seen.join(" | ").slice(0, 300)}`
  throw new OrderFileRefusal("order_file_columns_unknown", message, { sheet: sheets[0]?.name || null, seen })
}

function refuseTooManyRows(sheet: Sheet, header: OrderFileHeader, limit: number): void {
  const before = header.row ?? 0
  const last = sheet.rows.at(-1)?.row ?? 0
  if (last - before <= limit) return
  const count = Math.max(sheet.last_row, last) - before
  throw new OrderFileRefusal("order_file_too_many_rows", `The table has ${count} rows or more, the limit is ${limit}: split the file`, {
    limit,
    count,
  })
}

function empty(filename: string): OrderFileRefusal {
  return new OrderFileRefusal("order_file_empty", `"${filename}" has no rows`)
}
