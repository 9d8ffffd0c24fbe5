import { decimalIn } from "./adjustment-draft"

/** A price as it is sent, every cell as it was typed: the server says row by row what is wrong. */
export interface PriceRowBody {
  article: string
  amount: string
  from_quantity: string
  starts_on: string | null
  ends_on: string | null
}

/**
 * Rows that are typed or pasted from a table: article, price, from quantity, first day, last day, with a tab or a semicolon between them.
 * Lines without anything are left out.
 */
export function priceRowsIn(text: string): PriceRowBody[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [article = "", amount = "", quantity = "", starts = "", ends = ""] = line
        .split(line.includes("\t") ? "\t" : ";")
        .map((cell) => cell.trim())
      return {
        article,
        amount: decimalIn(amount),
        from_quantity: decimalIn(quantity) || "0",
        starts_on: dayIn(starts),
        ends_on: dayIn(ends),
      }
    })
}

/** "31.01.2026" is 2026-01-31; what is neither stays as it is, for the server to name. */
function dayIn(text: string): string | null {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text) ?? []
  return day ? `${year}-${month}-${day}` : text || null
}
