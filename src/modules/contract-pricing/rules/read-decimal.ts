/** Of an amount: numeric(20, 6). */
const INTEGER_DIGITS_MAX = 14
const FRACTION_DIGITS_MAX = 6

export type DecimalProblem = "ambiguous" | "negative" | "too_large" | "unreadable"

/**
 * Reads a number as people write it into a cell: spaces between thousands, comma or point, a currency behind it. "1,234" alone may be either
 * and is refused; more than six digits after the point are rounded away.
 *
 * @returns canonical decimal, not negative
 */
export function readDecimal(text: string): { decimal: string } | { problem: DecimalProblem } {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, "").replace(/(?:₽|руб\.?|р\.|rub|\$|€|%)$/i, "")
  const match = /^(-?)(\d[\d.,]*|[.,]\d+)$/.exec(bare)
  if (!match) {
    return { problem: "unreadable" }
  }
  const [, sign, digits = ""] = match
  const parts = splitAtPoint(digits)
  if ("problem" in parts) {
    return parts
  }
  const decimal = roundFraction(parts.whole, parts.fraction)
  if (decimal.replace(/\..*/, "").length > INTEGER_DIGITS_MAX) {
    return { problem: "too_large" }
  }
  return sign && /[1-9]/.test(decimal) ? { problem: "negative" } : { decimal }
}

/** The same of a number that a spreadsheet keeps as one: exact as far as it is a price, and never ambiguous. */
export function readNumber(value: number): { decimal: string } | { problem: DecimalProblem } {
  if (!Number.isFinite(value)) {
    return { problem: "unreadable" }
  }
  if (value >= 10 ** INTEGER_DIGITS_MAX) {
    return { problem: "too_large" }
  }
  const decimal = trim(value.toFixed(FRACTION_DIGITS_MAX))
  return decimal.startsWith("-") && decimal !== "-0" ? { problem: "negative" } : { decimal: decimal.replace("-", "") }
}

function splitAtPoint(digits: string): { whole: string; fraction: string } | { problem: DecimalProblem } {
  const marks = digits.replace(/\d/g, "")
  if (marks === "") {
    return { whole: digits, fraction: "" }
  }
  const last = digits.lastIndexOf(marks.charAt(marks.length - 1))
  const [whole, fraction] = [digits.slice(0, last), digits.slice(last + 1)]
  if (new Set(marks).size === 2) {
    const grouping = marks.charAt(0)
    const isGrouped = whole.split(grouping).every((group, place) => (place === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
    return isGrouped && !fraction.includes(grouping) ? { whole: whole.replaceAll(grouping, ""), fraction } : { problem: "unreadable" }
  }
  if (marks.length > 1) {
    const isGrouped = /^\d{1,3}([.,]\d{3})+$/.test(digits)
    return isGrouped ? { whole: digits.replace(/[.,]/g, ""), fraction: "" } : { problem: "unreadable" }
  }
  return /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3 ? { problem: "ambiguous" } : { whole, fraction }
}

function roundFraction(whole: string, fraction: string): string {
  const kept = fraction.slice(0, FRACTION_DIGITS_MAX).padEnd(FRACTION_DIGITS_MAX, "0")
  const up = fraction.charAt(FRACTION_DIGITS_MAX) >= "5" ? 1n : 0n
  const units = (BigInt(whole + kept) + up).toString().padStart(FRACTION_DIGITS_MAX + 1, "0")
  return trim(`${units.slice(0, -FRACTION_DIGITS_MAX)}.${units.slice(-FRACTION_DIGITS_MAX)}`)
}

function trim(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal
}
