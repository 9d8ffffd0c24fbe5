import { cellText, type Cell, type SheetRow } from "./sheet"

/** Rows looked at: the shape of a table shows early. */
const PROBE_ROWS = 200

/** A column is told by its content only when most of its cells agree. */
const ENOUGH = 0.8
const ENOUGH_FOR_ARTICLE = 0.4

/** The best article column must stand clear of the next one, otherwise the guess would be a toss-up. */
const CLEAR_LEAD = 1.1

const CODE = /^(?=.*\d)[\p{L}\d][\p{L}\d ._/\\-]{2,39}$/u
const BARCODE = /^(?:\d{8}|\d{12,14})$/
const DECIMAL = /^\d+[.,]\d{1,2}$/
const SMALL_INTEGER = /^[1-9]\d{0,4}$/

interface Column {
  column: number
  texts: string[]
}

/**
 * Tells the article and the quantity column of a table without a known header: articles are the most distinct codes, quantities the
 * only column of small whole numbers. Two candidates that are alike give null, since a wrong guess would order the wrong thing.
 */
export function guessColumns(rows: SheetRow[]): { article_column: number; quantity_column: number } | null {
  const columns = toColumns(rows.slice(0, PROBE_ROWS))
  const [article, next] = columns
    .map((column) => ({ column: column.column, score: articleScore(column.texts) }))
    .sort((left, right) => right.score - left.score)
  if (!article || article.score < ENOUGH_FOR_ARTICLE || article.score < (next?.score ?? 0) * CLEAR_LEAD) return null

  const numeric = columns.filter(
    ({ column, texts }) => column !== article.column && share(texts, (text) => SMALL_INTEGER.test(text)) >= ENOUGH
  )
  const unnumbered = numeric.filter(({ texts }) => !isRowNumbering(texts))
  const [quantity, rival] = unnumbered.length > 0 ? unnumbered : numeric
  return quantity && !rival ? { article_column: article.column, quantity_column: quantity.column } : null
}

function toColumns(rows: SheetRow[]): Column[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  return Array.from({ length: width }, (_, index) => ({
    column: index + 1,
    texts: rows.map((row) => plainText(row.cells[index])).filter((text) => text !== ""),
  })).filter(({ texts }) => texts.length > 0)
}

/** A number without its format, so that "1 000" and 1000 look alike. */
function plainText(cell: Cell | undefined): string {
  return cell && typeof cell !== "string" && cell.kind === "number" ? String(cell.value) : cellText(cell)
}

/** From 0 to 1: how much the texts look like articles. */
function articleScore(texts: string[]): number {
  const total = texts.reduce((sum, text) => sum + codeWeight(text), 0)
  const meanLength = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  return (total / texts.length) * (new Set(texts).size / texts.length) * Math.min(1, meanLength / 6)
}

/** Letters with digits are the surest, a bare number may be anything, a barcode is rather not what suppliers call an article. */
function codeWeight(text: string): number {
  if (!CODE.test(text) || DECIMAL.test(text)) return 0
  if (BARCODE.test(text)) return 0.6
  if (/^\d+$/.test(text)) return 0.8
  const spaces = text.split(" ").length - 1
  return spaces === 0 ? 1 : spaces === 1 ? 0.5 : 0
}

function isRowNumbering(texts: string[]): boolean {
  const numbers = texts.filter((text) => SMALL_INTEGER.test(text)).map(Number)
  return numbers.length > 2 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index)
}

function share(texts: string[], matches: (text: string) => boolean): number {
  return texts.filter(matches).length / texts.length
}
