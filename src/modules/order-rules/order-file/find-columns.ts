import { guessColumns } from "./guess-columns"
import { recognizeHeader, type ColumnRole } from "./header-words"
import { parseQuantity } from "./parse-quantity"
import { cellText, type Sheet, type SheetRow } from "./sheet"
import type { OrderFileColumns, OrderFileHeader } from "./types"

/** The header stands in the first rows or nowhere: a form may begin with a logo and the supplier's details. */
export const HEADER_ROWS = 30

/** Finds the columns by their names, else by their content; null when neither tells. */
export function findColumns(sheet: Sheet): OrderFileHeader | null {
  for (const row of sheet.rows) {
    if (row.row > HEADER_ROWS) break
    const header = readHeader(row)
    if (header) return header
  }
  const guess = guessColumns(sheet.rows)
  return (
    guess && { ...guess, row: firstRowIfHeader(sheet, guess.quantity_column), unit_column: null, own_number_column: null, guessed: true }
  )
}

/** The columns as a person named them. A header row that he did not name is told by its quantity cell, which holds no number. */
export function useColumns(sheet: Sheet, columns: OrderFileColumns): OrderFileHeader {
  return {
    row: columns.header_row === undefined ? firstRowIfHeader(sheet, columns.quantity) : columns.header_row,
    article_column: columns.article,
    quantity_column: columns.quantity,
    unit_column: columns.unit ?? null,
    own_number_column: columns.own_number ?? null,
    guessed: false,
  }
}

function readHeader({ row, cells }: SheetRow): OrderFileHeader | null {
  const best = new Map<ColumnRole, { column: number; rank: number }>()
  cells.forEach((cell, index) => {
    const word = recognizeHeader(cellText(cell))
    if (word && word.rank < (best.get(word.role)?.rank ?? Infinity)) best.set(word.role, { column: index + 1, rank: word.rank })
  })
  const article = best.get("article")
  const quantity = best.get("quantity")
  if (!article || !quantity) return null
  return {
    row,
    article_column: article.column,
    quantity_column: quantity.column,
    unit_column: best.get("unit")?.column ?? null,
    own_number_column: best.get("own_number")?.column ?? null,
    guessed: false,
  }
}

function firstRowIfHeader(sheet: Sheet, quantityColumn: number): number | null {
  const first = sheet.rows[0]
  const cell = first?.cells[quantityColumn - 1]
  const isHeader = typeof cell === "string" && parseQuantity(cell).state === "problem" && !/\d/.test(cell)
  return first && isHeader ? first.row : null
}
