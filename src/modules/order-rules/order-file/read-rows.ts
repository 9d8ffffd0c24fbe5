import { readArticle, readQuantity, readUnit } from "./read-cells"
import { cellText, type Cell, type Sheet, type SheetRow } from "./sheet"
import type { DecimalSeparator, OrderFileHeader, OrderFileRow } from "./types"

const TOTAL = /^(?:итого|всего|total|grand total)(?![\p{L}\d])/iu
const MAX_QUANTITY_TEXT = 100

/** A longer one is a remark. */
const OWN_NUMBER_MAX = 64

interface ReadRows {
  rows: OrderFileRow[]
  skipped: number
}

/** Reads the rows below the header. What asks for nothing (blank, group title, price without an order, total) makes no row. */
export function readRows(sheet: Sheet, header: OrderFileHeader, separator?: DecimalSeparator): ReadRows {
  const result: ReadRows = { rows: [], skipped: 0 }
  const titles = sheet.rows.find((row) => row.row === header.row)
  for (const row of sheet.rows) {
    if (row.row <= (header.row ?? 0)) continue
    if (isTotal(row, header) || (titles && isRepeatedHeader(row, titles, header))) {
      result.skipped++
      continue
    }
    const read = readRow(row, header, separator)
    if (read === "skipped") result.skipped++
    else if (read !== "blank") result.rows.push(read)
  }
  return result
}

function readRow({ row, cells }: SheetRow, header: OrderFileHeader, separator?: DecimalSeparator): OrderFileRow | "blank" | "skipped" {
  const quantityCell = cells[header.quantity_column - 1]
  const { article, problem: articleProblem } = readArticle(cells[header.article_column - 1])
  const quantity = readQuantity(quantityCell, separator)
  const isNumber =
    quantity.state === "value" ||
    (quantity.state === "problem" && quantity.code.startsWith("quantity_") && hasDigit(cellText(quantityCell)))
  if (article === "" && !articleProblem && !isNumber) return quantity.state === "problem" ? "skipped" : "blank"
  if (quantity.state === "empty" || quantity.state === "zero") return "skipped"

  const missing = { code: "article_missing", message: "The row has a quantity but no article" } as const
  const quantityProblem = quantity.state === "problem" ? { code: quantity.code, message: quantity.message } : null
  const unit = header.unit_column === null ? null : readUnit(cells[header.unit_column - 1])
  return {
    row,
    article,
    quantity_text: cellText(quantityCell).slice(0, MAX_QUANTITY_TEXT),
    quantity: quantity.state === "value" ? quantity.quantity : null,
    unit: unit ?? (quantity.state === "value" ? quantity.unit : null),
    own_number: header.own_number_column === null ? null : readOwnNumber(cells[header.own_number_column - 1]),
    problem: articleProblem ?? (article === "" ? missing : quantityProblem),
  }
}

function readOwnNumber(cell: Cell | undefined): string | null {
  const text = cellText(cell).trim()
  return text.length <= OWN_NUMBER_MAX && /[\p{L}\d]/u.test(text) ? text : null
}

/** A total has its word in any column, but an article in its own. */
function isTotal({ cells }: SheetRow, header: OrderFileHeader): boolean {
  const article = cellText(cells[header.article_column - 1])
  return TOTAL.test(article) || (article === "" && cells.some((cell) => TOTAL.test(cellText(cell))))
}

/** Printed forms repeat their header on each page. */
function isRepeatedHeader(row: SheetRow, titles: SheetRow, header: OrderFileHeader): boolean {
  return [header.article_column, header.quantity_column].every(
    (column) => cellText(row.cells[column - 1]) === cellText(titles.cells[column - 1])
  )
}

function hasDigit(text: string): boolean {
  return /\d/.test(text)
}
