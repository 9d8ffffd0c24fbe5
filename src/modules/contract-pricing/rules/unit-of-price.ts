import { canonicalDecimal } from "./adjustment"

/** A unit that a product is sold in. */
export interface PricedUnit {
  /** In the classifier ОКЕИ. */
  code: string
  name: string
  /** Base units in one of it. */
  coefficient: string
}

/** What a person writes where the product has no unit that holds so many. */
const TIMES = /^[×xх*]\s*(\d{1,12}(?:[.,]\d{1,6})?)$/i

/**
 * How many base units a price is of, as a person names its unit: by name, by code, or as "×12"; without a word it is the base unit. Names go
 * before codes; one that several units share is that of the base unit, or of none.
 *
 * @returns canonical decimal; null for a unit that the product is not sold in, or that is not told for certain
 */
export function coefficientOf(text: string, units: readonly PricedUnit[]): string | null {
  const asked = text.trim().toLowerCase()
  if (asked === "") {
    return "1"
  }
  const named = units.filter(({ name }) => name.toLowerCase() === asked)
  const meant = named.length > 0 ? named : units.filter(({ code }) => code === asked)
  const [first, ...others] = new Set(meant.map(({ coefficient }) => canonicalDecimal(coefficient)))
  if (first !== undefined) {
    return others.length === 0 ? first : [first, ...others].includes("1") ? "1" : null
  }
  const times = TIMES.exec(asked)?.[1]?.replace(",", ".")
  return times !== undefined && /[1-9]/.test(times) ? canonicalDecimal(times) : null
}

/** Where a price of a type begins, canonical: one by unit, of which no quantity is told, at one full unit. "0" = it is the plain price. */
export function beginningOf({ from_quantity, coefficient }: { from_quantity: string; coefficient: string }): string {
  const from = canonicalDecimal(from_quantity)
  return from === "0" && coefficient !== "1" ? coefficient : from
}
