/**
 * Exact decimals as text. 1C writes amounts with a comma, with spaces between thousands and sometimes with
 * no-break spaces; a float would lose kopecks, so digits stay digits and arithmetic is done on BigInt.
 */

/** More digits than any amount has; a longer one is damage or an attack on `BigInt`. */
const MAX_LENGTH = 60

const PLAIN = /^-?\d+(?:[.,]\d*)?$|^-?[.,]\d+$/
const GROUPED = /^-?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d*)?$/
const SPACES = /[ \u00a0\u2009\u202f]/g
const CANONICAL = /^(?:0|[1-9]\d{0,14})(?:\.\d{0,14}[1-9])?$/

/**
 * Canonical form of a decimal written by 1C: "-999 999,90" → "-999999.9", "07" → "7", "-0" → "0".
 * Null when the text is not a plain decimal: exponents, two separators, wrong groups of thousands.
 */
export function parseDecimal(raw: string): string | null {
  const text = raw.trim()
  if (CANONICAL.test(text)) {
    return text
  }
  if (text.length > MAX_LENGTH || !(PLAIN.test(text) || GROUPED.test(text))) {
    return null
  }
  return canonical(text.replace(SPACES, "").replace(",", "."))
}

function canonical(text: string): string {
  const negative = text.startsWith("-")
  const [whole = "", fraction = ""] = (negative ? text.slice(1) : text).split(".")
  const integer = whole.replace(/^0+(?=\d)/, "") || "0"
  const rest = fraction.replace(/0+$/, "")
  const unsigned = rest === "" ? integer : `${integer}.${rest}`
  return negative && unsigned !== "0" ? `-${unsigned}` : unsigned
}

/** Whether a canonical decimal is above zero. */
export function isPositive(decimal: string): boolean {
  return decimal !== "0" && !decimal.startsWith("-")
}

interface Scaled {
  units: bigint
  scale: number
}

function scaled(decimal: string): Scaled {
  const dot = decimal.indexOf(".")
  return dot < 0
    ? { units: BigInt(decimal), scale: 0 }
    : { units: BigInt(decimal.slice(0, dot) + decimal.slice(dot + 1)), scale: decimal.length - dot - 1 }
}

function unscaled({ units, scale }: Scaled): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0")
  const point = digits.length - scale
  return canonical(`${units < 0n ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`)
}

function atScale(value: Scaled, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale)
}

/** Exact sum of two canonical decimals. */
export function addDecimals(left: string, right: string): string {
  const [a, b] = [scaled(left), scaled(right)]
  const scale = Math.max(a.scale, b.scale)
  return unscaled({ units: atScale(a, scale) + atScale(b, scale), scale })
}

/** Exact product of two canonical decimals. */
export function multiplyDecimals(left: string, right: string): string {
  const [a, b] = [scaled(left), scaled(right)]
  return unscaled({ units: a.units * b.units, scale: a.scale + b.scale })
}

/** -1, 0 or 1 as `left` is below, equal to or above `right`. */
export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  const [a, b] = [scaled(left), scaled(right)]
  const scale = Math.max(a.scale, b.scale)
  const difference = atScale(a, scale) - atScale(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** `amount × numerator ÷ denominator` rounded half away from zero to `digits` places, with exactly that many places. */
export function shareOf(amount: string, numerator: string, denominator: string, digits: number): string {
  const [a, n, d] = [scaled(amount), scaled(numerator), scaled(denominator)]
  const dividend = a.units * n.units * 10n ** BigInt(digits + d.scale)
  const divisor = d.units * 10n ** BigInt(a.scale + n.scale)
  const negative = dividend < 0n !== divisor < 0n
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor]
  const rounded = (top * 2n + bottom) / (bottom * 2n)
  return fixed({ units: negative ? -rounded : rounded, scale: digits })
}

/** The decimal rounded half away from zero, with exactly `digits` places: "12.5" → "12.50". */
export function toFixedDecimal(decimal: string, digits: number): string {
  return shareOf(decimal, "1", "1", digits)
}

function fixed({ units, scale }: Scaled): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0")
  const sign = units < 0n ? "-" : ""
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
