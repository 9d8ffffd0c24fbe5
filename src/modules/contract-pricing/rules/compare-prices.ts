import { canonicalDecimal } from "./adjustment"
import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals, parseDecimal, writeDecimal } from "./decimal"

/** What names a price within a type or contract. */
export interface PriceKey {
  entry_key: number
  /** Base units; "0" of the plain price of a type. */
  from_quantity: string
  /** YYYY-MM-DD; null = since ever. Always null in a price type. */
  starts_on: string | null
}

/** A price that stands. */
export interface StandingPrice extends PriceKey {
  article: string
  ends_on: string | null
  /** Of one unit of `coefficient` base units. */
  amount: string
  /** "1" but for a price of a type by sales unit. */
  coefficient: string
  source: "erp" | "portal"
}

/** A price that a file wants. */
export interface WantedPrice extends PriceKey {
  /** Row of the file, as the person sees it. */
  file_row: number
  article: string
  ends_on: string | null
  /** Null = the cell is empty: there shall be no price. */
  amount: string | null
  coefficient: string
}

/** Why a row of a file cannot be applied. */
export const PRICE_PROBLEM_CODES = [
  "article_missing",
  "article_unknown",
  "article_ambiguous",
  "amount_ambiguous",
  "amount_negative",
  "amount_too_large",
  "amount_unreadable",
  "quantity_unreadable",
  "unit_unknown",
  "not_counted",
  "number_not_whole",
  "day_unreadable",
  "days_out_of_order",
  "duplicate",
  "erp_owned",
] as const
export type PriceProblemCode = (typeof PRICE_PROBLEM_CODES)[number]

/** A row of the preview. */
export interface PriceDifference {
  status: "created" | "changed" | "removed" | "problem"
  file_row: number | null
  code: PriceProblemCode | null
  article: string
  entry_key: number | null
  from_quantity: string
  starts_on: string | null
  ends_on: string | null
  coefficient: string
  old_ends_on: string | null
  old_coefficient: string | null
  old_amount: string | null
  new_amount: string | null
  /** By how much the price of one base unit moves, with at most two digits; null where there is no old price, or it is zero. */
  percent: string | null
  is_marked: boolean
}

export interface Comparison {
  differences: PriceDifference[]
  unchanged: number
}

/**
 * What a file changes of the prices that stand. What it does not name, or names with an empty cell, is "removed", which counts when the file
 * replaces all; a price of the ERP is never removed, and a row that would change one is a problem. Of two rows for one price the second is one.
 *
 * `mark_percent`: a price that moves by more than this, either way, is marked. `spared`: products of rows that could not be read; their prices stay.
 */
export function comparePrices(
  standing: readonly StandingPrice[],
  wanted: readonly WantedPrice[],
  { mark_percent, spared }: { mark_percent: string; spared: ReadonlySet<number> }
): Comparison {
  const known = new Map(standing.map((price) => [keyOf(price), price]))
  const seen = new Set<string>()
  const differences: PriceDifference[] = []
  let unchanged = 0
  for (const price of wanted) {
    const key = keyOf(price)
    const old = known.get(key) ?? null
    if (seen.has(key)) {
      differences.push(problem(price, "duplicate"))
      continue
    }
    seen.add(key)
    const { amount } = price
    if (amount === null) {
      // Nothing is wanted: of the ERP it stays, ours goes with a replacement.
      unchanged += old?.source === "erp" ? 1 : 0
      differences.push(...(old?.source === "portal" ? [removed(old, price.file_row)] : []))
    } else if (old && isSame(old, { ...price, amount })) {
      unchanged++
    } else if (old?.source === "erp") {
      differences.push({ ...problem(price, "erp_owned"), old_amount: old.amount, new_amount: amount })
    } else {
      differences.push(changed(old, { ...price, amount }, mark_percent))
    }
  }
  const isGone = (price: StandingPrice) => price.source === "portal" && !seen.has(keyOf(price)) && !spared.has(price.entry_key)
  const gone = standing.filter(isGone).map((price) => removed(price, null))
  return { differences: [...differences, ...gone], unchanged }
}

function keyOf({ entry_key, from_quantity, starts_on }: PriceKey): string {
  return `${entry_key} ${canonicalDecimal(from_quantity)} ${starts_on ?? ""}`
}

function isSame(old: StandingPrice, price: Pick<StandingPrice, "amount" | "ends_on" | "coefficient">): boolean {
  const isSameDecimal = (name: "amount" | "coefficient") => canonicalDecimal(old[name]) === canonicalDecimal(price[name])
  return isSameDecimal("amount") && isSameDecimal("coefficient") && old.ends_on === price.ends_on
}

function changed(old: StandingPrice | null, price: WantedPrice & { amount: string }, markPercent: string): PriceDifference {
  const { file_row, article, entry_key, from_quantity, starts_on, ends_on, amount, coefficient } = price
  const percent = old ? movedBy(old, price) : null
  return {
    ...{ status: old ? "changed" : "created", file_row, code: null, article, entry_key, from_quantity, starts_on, ends_on, coefficient },
    old_ends_on: old?.ends_on ?? null,
    old_coefficient: old?.coefficient ?? null,
    old_amount: old?.amount ?? null,
    new_amount: amount,
    percent,
    // From zero to something is more than any percentage.
    is_marked: old !== null && (percent === null || isBeyond(percent, markPercent)),
  }
}

function removed(old: StandingPrice, file_row: number | null): PriceDifference {
  const { article, entry_key, from_quantity, starts_on, ends_on, amount, coefficient } = old
  return {
    ...{ status: "removed", file_row, code: null, article, entry_key, from_quantity, starts_on, ends_on, coefficient },
    ...{ old_ends_on: ends_on, old_coefficient: coefficient, old_amount: amount, new_amount: null, percent: null, is_marked: false },
  }
}

/** A row of the file that cannot be applied. */
export function problem(row: Pick<WantedPrice, "file_row" | "article"> & Partial<WantedPrice>, code: PriceProblemCode): PriceDifference {
  const { file_row, article, entry_key = null, from_quantity = "0", starts_on = null, ends_on = null, coefficient = "1" } = row
  return {
    ...{ status: "problem", file_row, code, article, entry_key, from_quantity, starts_on, ends_on, coefficient },
    ...{ old_ends_on: null, old_coefficient: null, old_amount: null, new_amount: null, percent: null, is_marked: false },
  }
}

type Worth = Pick<StandingPrice, "amount" | "coefficient">

/** Percent with at most two digits; null from zero. Prices of different units are compared by what a base unit costs. */
function movedBy(old: Worth, next: Worth): string | null {
  const across = (amount: string, coefficient: string) => multiplyDecimals(parseDecimal(amount), parseDecimal(coefficient))
  const [from, to] = [across(old.amount, next.coefficient), across(next.amount, old.coefficient)]
  if (from.units === 0n) {
    return null
  }
  const difference = addDecimals(to, { ...from, units: -from.units })
  return writeDecimal(divideDecimals(multiplyDecimals(difference, { units: 100n, scale: 0 }), from, 2))
}

function isBeyond(percent: string, limit: string): boolean {
  return compareDecimals(parseDecimal(percent.replace("-", "")), parseDecimal(limit)) > 0
}
