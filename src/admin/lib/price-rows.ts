import { decimalIn } from "./typed"

/** A price as it is sent, every cell as it was typed: the server says row by row what is wrong. */
export type PriceRowBody = ({ article: string } | { variant_id: string }) & {
  amount: string
  from_quantity: string
  starts_on: string | null
  ends_on: string | null
}

/**
 * Rows that are typed or pasted from a table: article, price, from quantity, first day, last day, with a tab or a semicolon between them.
 * The id of a variant names a product as well as its article does, for one that has none of its own. Lines without anything are left out.
 */
export function priceRowsIn(text: string): PriceRowBody[] {
  return linesIn(text).map((line) => {
    const [article = "", amount = "", quantity = "", starts = "", ends = ""] = line
      .split(line.includes("\t") ? "\t" : ";")
      .map((cell) => cell.trim())
    return {
      ...(article.startsWith("variant_") ? { variant_id: article } : { article }),
      amount: decimalIn(amount),
      from_quantity: decimalIn(quantity) || "0",
      starts_on: dayIn(starts),
      ends_on: dayIn(ends),
    }
  })
}

/** The lines that were refused, as they were typed, to be mended; `results` has one a line. */
export function refusedLines(text: string, results: readonly { outcome: string }[]): string {
  return linesIn(text)
    .filter((_, place) => results[place]?.outcome === "refused")
    .join("\n")
}

function linesIn(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "")
}

/** "31.01.2026" is 2026-01-31; what is neither stays as it is, for the server to name. */
function dayIn(text: string): string | null {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text) ?? []
  return day ? `${year}-${month}-${day}` : text || null
}
