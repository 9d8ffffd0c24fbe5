import { compareDecimals, type Decimal, divideDecimals, parseDecimal, QUOTIENT_DIGITS, writeDecimal } from "./decimal"
import type { BasePrice } from "./price-points"

/** A price of a type from a quantity on, or by a sales unit: then from one full unit on. */
export interface PriceTier {
  /** Base units. */
  from: Decimal
  /** Base units in what the amount is the price of; "1" = a price by quantity alone. */
  coefficient: string
  /** Exact, of one such unit. */
  amount: string
}

/** A price type that is asked for the price of an entry. */
export interface AskedType extends Omit<BasePrice, "amount" | "tier"> {
  /** The type's price of one base unit; null = it has none beside its tiers. */
  plain: string | null
  /** The greatest quantity first. */
  tiers: readonly PriceTier[]
}

/** The plain price is that of one base unit, and holds below it where no smaller unit has a price. */
const ONE: Decimal = { units: 1n, scale: 0 }
const NONE: Decimal = { units: 0n, scale: 0 }

/** A row of one type: of a tier, or of the plain price. */
type TypeRow = Pick<BasePrice, "from" | "amount" | "tier">

/** What one type says of an entry by quantity, the greatest first: of those that are reached the first holds. */
function pricesOfType(plain: string | null, tiers: readonly PriceTier[]): TypeRow[] {
  if (plain === null) {
    return tiers.map(toRow)
  }
  const above = tiers.filter(({ from }) => compareDecimals(from, ONE) > 0)
  const below = tiers.filter(({ from }) => compareDecimals(from, ONE) < 0)
  return [...above.map(toRow), { from: ONE, amount: plain }, ...below.map(toRow), { from: NONE, amount: plain }]
}

/** The row of a type that holds at a quantity; null = it has no price at it. */
export function typePriceAt(plain: string | null, tiers: readonly PriceTier[], quantity: string): TypeRow | null {
  const asked = parseDecimal(quantity)
  return pricesOfType(plain, tiers).find(({ from }) => isReached(from, asked)) ?? null
}

/**
 * Base prices by quantity of an entry that has tiers, the greatest quantity first: at each the first type decides that counts from this quantity
 * and has a price in it.
 *
 * @param types in the order in which they are asked; `from` is the quantity from which one counts
 */
export function tieredPrices(types: readonly AskedType[]): BasePrice[] {
  const asked = types.map(({ plain, tiers, ...type }) => ({ ...type, rows: pricesOfType(plain, tiers) }))
  const steps = asked.flatMap(({ from, rows }) => rows.map((row) => greater(from, row.from)))
  return [...new Set(steps.sort((a, b) => compareDecimals(b, a)).map(writeDecimal))].flatMap((step) => {
    const quantity = parseDecimal(step)
    for (const { from, rows, ...type } of asked) {
      const row = isReached(from, quantity) ? rows.find((each) => isReached(each.from, quantity)) : undefined
      if (row) {
        return [{ ...type, ...row, from: quantity }]
      }
    }
    return []
  })
}

/** The price of one base unit: that of the unit divided by what it holds, to twenty digits where it does not end. */
function toRow({ from, coefficient, amount }: PriceTier): TypeRow {
  const isBase = coefficient === "1"
  const ofOne = isBase ? amount : writeDecimal(divideDecimals(parseDecimal(amount), parseDecimal(coefficient), QUOTIENT_DIGITS))
  return { from, amount: ofOne, tier: { from_quantity: writeDecimal(from), coefficient, amount } }
}

const isReached = (from: Decimal, quantity: Decimal): boolean => compareDecimals(from, quantity) <= 0

const greater = (a: Decimal, b: Decimal): Decimal => (isReached(a, b) ? b : a)
