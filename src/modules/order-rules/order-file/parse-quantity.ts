import type { DecimalSeparator, OrderFileRowProblemCode } from "./types"

type QuantityProblemCode = Extract<OrderFileRowProblemCode, `quantity_${string}`>

export type ParsedQuantity =
  | { state: "empty" | "zero" }
  | { state: "value"; quantity: string; unit: string | null }
  | { state: "problem"; code: QuantityProblemCode; message: string }

/** More than anybody orders; beyond it the number is a barcode or a phone in the wrong column. */
export const MAX_QUANTITY = 1_000_000_000n

/** Sign, digits with separators, then a unit such as "шт." or "м²". Spaces and apostrophes between digits group thousands. */
const SHAPE = /^([+-]?)(\d[\d ',.]*?)\s*(\p{L}[\p{L}.]{0,11}[23]?\.?)?$/u
const EXPONENT = /^e\d/i
const GROUPS_BY_SPACE = /^\d{1,3}(?:[ ']\d{3})+(?=$|[.,])/
const MAX_LENGTH = 40

/**
 * Reads a quantity as people type it: "1 000,5", "10 шт", "1'000". The result is a canonical decimal.
 * "1,000" is a thousand to one reader and one to another; it is refused unless the file's decimal separator is known.
 */
export function parseQuantity(text: string, separator?: DecimalSeparator): ParsedQuantity {
  const clean = text
    .normalize("NFKC")
    .replace(/\u2212/g, "-")
    .replace(/\s+/g, " ")
    .trim()
  if (clean === "") return { state: "empty" }
  const [, sign, digits, unit] = (clean.length <= MAX_LENGTH && SHAPE.exec(clean)) || []
  if (digits === undefined || (unit !== undefined && EXPONENT.test(unit))) return unreadable(text)
  const decimal = toDecimal(digits.trim(), separator)
  if (decimal === "unreadable") return unreadable(text)
  if (decimal === "ambiguous") {
    return {
      state: "problem",
      code: "quantity_ambiguous",
      message: `"${clean}" may mean a whole or a fraction: write it without a separator`,
    }
  }
  if (decimal === "0") return { state: "zero" }
  if (sign === "-") return { state: "problem", code: "quantity_negative", message: `The quantity ${clean} is negative` }
  if (BigInt(decimal.split(".")[0] ?? "0") >= MAX_QUANTITY && decimal !== String(MAX_QUANTITY)) {
    return { state: "problem", code: "quantity_too_large", message: `The quantity ${clean} is above ${MAX_QUANTITY}` }
  }
  return { state: "value", quantity: decimal, unit: unit ?? null }
}

/** Digits with separators to a canonical decimal. */
function toDecimal(digits: string, separator: DecimalSeparator | undefined): string | "ambiguous" | "unreadable" {
  const grouped = GROUPS_BY_SPACE.test(digits)
  const compact = grouped ? digits.replace(/[ ']/g, "") : digits
  if (/[ ']/.test(compact)) return "unreadable"
  const marks = compact.match(/[.,]/g) ?? []
  if (marks.length === 0) return canonical(compact, "")
  const point = separator ?? decimalMark(compact, marks, grouped)
  if (point === null) return "ambiguous"
  const [whole = "", fraction = "", ...rest] = compact.split(point)
  const thousands = point === "," ? "." : ","
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(whole)
  if (rest.length > 0 || !/^\d*$/.test(fraction) || (whole.includes(thousands) && !isGrouped)) return "unreadable"
  return canonical(whole.replaceAll(thousands, ""), fraction)
}

/** The sign that stands for the decimal point; null when one sign could be either. */
function decimalMark(compact: string, marks: string[], grouped: boolean): DecimalSeparator | null {
  const last = marks.at(-1) === "," ? "," : "."
  const other = last === "," ? "." : ","
  if (new Set(marks).size === 2) return last
  if (marks.length > 1) return other
  const couldGroup = !grouped && /^[1-9]\d{0,2}[.,]\d{3}$/.test(compact)
  return couldGroup ? null : last
}

function canonical(whole: string, fraction: string): string {
  const head = whole.replace(/^0+(?=\d)/, "")
  const tail = fraction.replace(/0+$/, "")
  return tail === "" ? head : `${head}.${tail}`
}

function unreadable(text: string): ParsedQuantity {
  return { state: "problem", code: "quantity_unreadable", message: `"${text.trim().slice(0, MAX_LENGTH)}" is not a quantity` }
}
