/** Digits after the point that quantities are kept with. */
const DIGITS = 6
const WHOLE = 10n ** BigInt(DIGITS)

/**
 * Reads a quantity as the database writes it ("12.5") into a number of millionths. Promises are weighed by the fifty thousand at once, where a general
 * library for decimals takes the greater part of the time; integers are just as exact. Throws a SyntaxError for what is no decimal, a RangeError for one
 * that has more digits.
 */
export function readMillionths(text: string): bigint {
  const point = text.indexOf(".")
  if (point < 0) {
    return BigInt(text) * WHOLE
  }
  const fraction = text.slice(point + 1)
  if (fraction.length > DIGITS) {
    throw new RangeError(`${text} has more than ${DIGITS} digits after the point`)
  }
  return BigInt(text.slice(0, point) + fraction.padEnd(DIGITS, "0"))
}

/** All digits, without zeros that say nothing. */
export function writeMillionths(amount: bigint): string {
  const size = amount < 0n ? -amount : amount
  const fraction = size % WHOLE
  const digits = fraction === 0n ? "" : `.${fraction.toString().padStart(DIGITS, "0").replace(/0+$/, "")}`
  return `${amount < 0n ? "-" : ""}${size / WHOLE}${digits}`
}

/** So many percent of an amount, in whole units; what is left of a unit is dropped. */
export function wholePercentOf(amount: bigint, percent: string): bigint {
  return ((amount * readMillionths(percent)) / (100n * WHOLE * WHOLE)) * WHOLE
}

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)
