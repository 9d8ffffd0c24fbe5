import type * as Xlsx from "@e965/xlsx"
import type * as Csv from "csv-parse/sync"
import type { Cell, Sheet, SheetRow } from "./sheet"
import type { Part } from "./unpack"

/** What the worker is asked to read. */
export type ReaderSource =
  { kind: "parts"; parts: Part[] } | { kind: "workbook"; bytes: Buffer } | { kind: "text"; text: string; delimiter: string }

export interface ReaderRequest {
  source: ReaderSource
  /** Absolute path of the library that reads this source, since a worker started from text resolves nothing by name. */
  library: string
  /** Rows read of each sheet; what lies beyond shows in `last_row`. */
  max_rows: number
  max_columns: number
  max_sheets: number
  /** Longer texts are cut. */
  max_text_length: number
}

type Workbook = Extract<ReaderSource, { kind: "parts" | "workbook" }>

/*
 * The functions below are sent to the worker as text, so that the same code runs from TypeScript under jest and `medusa develop` and
 * from the compiled build, where a worker file would need a path and a loader for each. Hence the rule for all of them: they use
 * their arguments, each other and globals of Node, and nothing else of this module.
 */

/* istanbul ignore next: a coverage counter is not known in the worker */
function readSheets(request: ReaderRequest, load: (path: string) => unknown): Sheet[] {
  const { source } = request
  if (source.kind === "text") return [readText(load(request.library) as typeof Csv, source, request)]
  const xlsx = load(request.library) as typeof Xlsx
  const book = xlsx.read(toBytes(xlsx, source), {
    type: "buffer",
    dense: true,
    sheetRows: request.max_rows,
    sheets: Array.from({ length: request.max_sheets }, (_, index) => index),
    cellFormula: false,
    cellHTML: false,
    cellNF: true,
    ...(source.kind === "workbook" ? { codepage: 1251 } : {}),
  })
  const isHidden = (index: number) => Boolean(book.Workbook?.Sheets?.[index]?.Hidden)
  return book.SheetNames.filter((name, index) => book.Sheets[name] !== undefined && !isHidden(index)).map((name) =>
    readSheet(xlsx, name, book.Sheets[name] as Xlsx.DenseWorkSheet, request)
  )
}

/** Parts that were inflated under control go back into a container without compression, so that the library inflates nothing itself. */
/* istanbul ignore next */
function toBytes(xlsx: typeof Xlsx, source: Workbook): Buffer {
  if (source.kind === "workbook") return Buffer.from(source.bytes)
  const container = xlsx.CFB.utils.cfb_new({ root: "R" })
  for (const { name, content } of source.parts) {
    xlsx.CFB.utils.cfb_add(container, "/" + name, markMissingValues(name, Buffer.from(content)), { unsafe: true })
  }
  return xlsx.CFB.write(container, { fileType: "zip", type: "buffer", compression: false }) as Buffer
}

/**
 * A formula that was never calculated has no value in the file, and the library would read it as 0 or as an empty cell. Here it
 * becomes NaN, which nothing else can be. A formula that gives a text may rightly have an empty value and stays.
 */
/* istanbul ignore next */
function markMissingValues(name: string, bytes: Buffer): Buffer {
  const isSheet = /^xl\/worksheets\//i.test(name) && (bytes.includes("<f") || bytes.includes(":f"))
  if (!isSheet && !(name === "content.xml" && bytes.includes("table:formula="))) return bytes
  const xlsxFormula = /<((?:\w+:)?)c\b([^>]*)>\s*<\1f\b(?:[^>]*\/>|[^>]*>[^<]*<\/\1f>)\s*(?:<\1v\s*\/>|<\1v>\s*<\/\1v>)?\s*<\/\1c>/g
  const odsFormula = /<table:table-cell((?:\s+[\w:-]+="[^"]*")*)\s*(?:\/>|>\s*<\/table:table-cell>)/g
  const marked = bytes
    .toString("latin1")
    .replace(xlsxFormula, (cell: string, prefix: string, attributes: string) =>
      /\bt="(?!n")/.test(attributes) ? cell : `<${prefix}c${attributes}><${prefix}v>NaN</${prefix}v></${prefix}c>`
    )
    .replace(odsFormula, (cell: string, attributes: string) =>
      attributes.includes(" table:formula=") && !attributes.includes(" office:value-type=")
        ? `<table:table-cell office:value-type="float" office:value="NaN"><text:p/></table:table-cell>`
        : cell
    )
  return Buffer.from(marked, "latin1")
}

/* istanbul ignore next */
function readSheet(xlsx: typeof Xlsx, name: string, sheet: Xlsx.DenseWorkSheet, request: ReaderRequest): Sheet {
  const data = sheet["!data"] ?? []
  for (const merge of sheet["!merges"] ?? []) clearCovered(data, merge)
  const rows: SheetRow[] = []
  for (let index = 0; index < data.length; index++) {
    const row = data[index] ?? []
    const cells = Array.from(row.slice(0, request.max_columns), (cell) => toCell(xlsx, cell, request.max_text_length))
    if (cells.some((cell) => cell !== null)) rows.push({ row: index + 1, cells })
  }
  const range = sheet["!fullref"] ?? sheet["!ref"]
  return { name, rows, last_row: Math.max(range ? xlsx.utils.decode_range(range).e.r + 1 : 0, rows.at(-1)?.row ?? 0) }
}

/** Only the first cell of a merged block is seen by a person; what some programs leave under it must not count. */
/* istanbul ignore next */
function clearCovered(data: (Xlsx.CellObject | undefined)[][], { s: start, e: end }: Xlsx.Range): void {
  for (let row = start.r; row <= end.r && row < data.length; row++) {
    const cells = data[row] ?? []
    for (let column = start.c; column <= end.c && column < cells.length; column++) {
      if (row !== start.r || column !== start.c) cells[column] = undefined
    }
  }
}

/* istanbul ignore next */
function toCell(xlsx: typeof Xlsx, cell: Xlsx.CellObject | undefined, maxLength: number): Cell {
  if (!cell || cell.v === undefined || cell.v === null) return cell?.t === "e" ? { kind: "error", shown: "" } : null
  const isDate = typeof cell.v === "number" && xlsx.SSF.is_date(String(cell.z ?? "General"))
  const shown = isDate ? String(xlsx.SSF.format("yyyy-mm-dd", cell.v)) : String(cell.w ?? cell.v).slice(0, maxLength)
  if (cell.t === "e") return { kind: "error", shown }
  if (typeof cell.v !== "number") return cell.v instanceof Date ? { kind: "date", shown } : shown.trim() === "" ? null : shown
  if (!Number.isFinite(cell.v)) return { kind: "no_value", shown: "" }
  return isDate ? { kind: "date", shown } : { kind: "number", value: cell.v, shown }
}

/* istanbul ignore next */
function readText(csv: typeof Csv, source: Extract<ReaderSource, { kind: "text" }>, request: ReaderRequest): Sheet {
  const records: string[][] = csv.parse(source.text, {
    delimiter: source.delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    to: request.max_rows,
  })
  const toText = (text: string) => (text.trim() === "" ? null : text.slice(0, request.max_text_length))
  const rows = records.map((record, index) => ({ row: index + 1, cells: record.slice(0, request.max_columns).map(toText) }))
  return { name: "", rows: rows.filter((row) => row.cells.some((cell) => cell !== null)), last_row: records.length }
}

/** All of them in one text, which defines `readSheets` in the worker. */
export const WORKER_FUNCTIONS: string = [readSheets, toBytes, markMissingValues, readSheet, clearCovered, toCell, readText].join("\n")
