import { addDecimals, type Decimal, parseDecimal, writeDecimal } from "./decimal"

/** A change of the base price: so many percent of it, or so much money a base unit. Negative is a discount. */
export interface PriceChange {
  /** Place in the precedence: 1 is the nearest. */
  rank: number
  kind: "percent" | "fixed"
  /** Signed exact decimal. */
  value: string
}

/**
 * Applies the winning change and the stacking ones together, the farthest first, each to the result so far. Only the end is held at zero, and
 * nothing is rounded: a percentage is a multiplication by hundredths, which is exact.
 *
 * @returns exact, never negative
 */
export function adjustAmount(base: Decimal, changes: readonly PriceChange[]): Decimal {
  let changed = base
  for (const change of inOrder(changes)) {
    changed = applyChange(changed, change)
  }
  return changed.units < 0n ? ZERO : changed
}

/** The amount after each change, in the order in which they are applied; it may be negative on the way. */
export function adjustStepwise<Change extends PriceChange>(base: string, changes: readonly Change[]): { change: Change; amount: string }[] {
  let amount = parseDecimal(base)
  return inOrder(changes).map((change) => {
    amount = applyChange(amount, change)
    return { change, amount: writeDecimal(amount) }
  })
}

/** The farthest first. They mostly come in order of rank, and then need no sort, which takes memory at each call. */
function inOrder<Change extends PriceChange>(changes: readonly Change[]): readonly Change[] {
  if (changes.length < 2) {
    return changes
  }
  const isByRank = changes.every(({ rank }, place) => rank >= (changes[place - 1]?.rank ?? rank))
  return isByRank ? [...changes].reverse() : [...changes].sort((a, b) => b.rank - a.rank)
}

const ZERO: Decimal = { units: 0n, scale: 0 }
/** A percentage is a multiplication by so many hundredths, which the scale says. */
function applyChange(amount: Decimal, { kind, value }: PriceChange): Decimal {
  if (kind === "fixed") {
    return addDecimals(amount, parseDecimal(value))
  }
  const times = hundredthsOf(value)
  return { units: amount.units * times.units, scale: amount.scale + times.scale + 2 }
}

const HUNDRED: Decimal = { units: 100n, scale: 0 }

/** A supplier has a few dozen percentages, which thousands of prices are multiplied by. */
const hundredths = new Map<string, Decimal>()
const HUNDREDTHS_MAX = 1_000

function hundredthsOf(percent: string): Decimal {
  const known = hundredths.get(percent)
  if (known) {
    return known
  }
  if (hundredths.size >= HUNDREDTHS_MAX) {
    hundredths.clear()
  }
  const made = addDecimals(HUNDRED, parseDecimal(percent))
  hundredths.set(percent, made)
  return made
}
