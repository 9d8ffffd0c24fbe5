import { MathBN } from "@medusajs/framework/utils"
import { parseQuantity, type ParsedQuantity } from "./parse-quantity"
import { cellText, type Cell, type OddCell } from "./sheet"
import type { DecimalSeparator, OrderFileRowProblem } from "./types"

const MAX_ARTICLE_LENGTH = 100

/** Digits that a spreadsheet shows and keeps: beyond them a computed 0.1 + 0.2 is 0.30000000000000004. */
const SPREADSHEET_DIGITS = 15

export interface ReadArticle {
  article: string
  problem: OrderFileRowProblem | null
}

/**
 * Reads the article. One that the spreadsheet made a number is taken as shown when that is all digits (a format such as 000000 keeps
 * its zeros), otherwise as a plain whole number, never as 1.2E+11.
 */
export function readArticle(cell: Cell | undefined): ReadArticle {
  if (cell === null || cell === undefined) return { article: "", problem: null }
  if (typeof cell === "string") return limitLength(unwrapFormula(cell).replace(/\s+/g, " ").trim())
  if (cell.kind === "number") return limitLength(/^\d+$/.test(cell.shown) ? cell.shown : plainDecimal(cell.value))
  if (cell.kind === "date") {
    const message = `The spreadsheet made a date of the article (${cell.shown}): make the cell a text and type it again`
    return { article: cell.shown, problem: { code: "article_is_date", message } }
  }
  return { article: cell.shown, problem: oddCellProblem(cell, "article") }
}

export type ReadQuantity = ParsedQuantity | { state: "problem"; code: OrderFileRowProblem["code"]; message: string }

/** Reads the quantity; a number is exact to the digits that a spreadsheet keeps. */
export function readQuantity(cell: Cell | undefined, separator?: DecimalSeparator): ReadQuantity {
  if (cell === null || cell === undefined) return { state: "empty" }
  if (typeof cell === "string") return parseQuantity(cell, separator)
  if (cell.kind === "number") return parseQuantity(plainDecimal(cell.value), ".")
  if (cell.kind === "date") return { state: "problem", code: "quantity_unreadable", message: `"${cell.shown}" is a date, not a quantity` }
  return { state: "problem", ...oddCellProblem(cell, "quantity") }
}

/** Unit as written; numbers and odd cells name none. */
export function readUnit(cell: Cell | undefined): string | null {
  return (typeof cell === "string" && cellText(cell)) || null
}

function oddCellProblem(cell: OddCell, subject: string): OrderFileRowProblem {
  return cell.kind === "no_value"
    ? { code: "formula_without_value", message: `The ${subject} is a formula without a value: open the file in a spreadsheet and save it` }
    : { code: "cell_error", message: `The ${subject} cell holds the error ${cell.shown}` }
}

/** Some programs write ="0012" to a text file to keep the zeros. */
function unwrapFormula(text: string): string {
  return /^\s*="(.*)"\s*$/.exec(text)?.[1] ?? text
}

function plainDecimal(value: number): string {
  return MathBN.convert(value.toPrecision(SPREADSHEET_DIGITS)).toFixed()
}

function limitLength(article: string): ReadArticle {
  if (article.length <= MAX_ARTICLE_LENGTH) return { article, problem: null }
  const message = `The article is longer than ${MAX_ARTICLE_LENGTH} characters`
  return { article: article.slice(0, MAX_ARTICLE_LENGTH), problem: { code: "article_too_long", message } }
}
