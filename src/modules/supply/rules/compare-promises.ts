import { readMillionths } from "./millionths"

/** So much of a demand on a day. */
export interface PromisedPart {
  supply_id: string
  /** YYYY-MM-DD; null = the supply has no day. */
  expected_on: string | null
  /** Base units, exact decimal. */
  quantity: string
}

/** Later than every day. */
const NEVER = "9999-99-99"

/** What can be had at once. */
const NOW = ""

/**
 * Compares what a demand was promised with what it is promised now. Worse: on some day there is less of it in all than there was to be. A promise that
 * goes from one supply to another of the same day is a change for the staff and none for the dealer.
 *
 * @param served base units that have got stock between the two
 */
export function comparePromises(
  before: readonly PromisedPart[],
  after: readonly PromisedPart[],
  served = "0"
): { is_changed: boolean; is_other_day: boolean; is_worse: boolean } {
  const was = sums(before, ({ expected_on }) => expected_on ?? NEVER)
  const is = sums(after, ({ expected_on }) => expected_on ?? NEVER)
  is.set(NOW, readMillionths(served))
  const days = [...new Set([...was.keys(), ...is.keys()])].sort()
  const is_other_day = days.some((day) => (was.get(day) ?? 0n) !== (is.get(day) ?? 0n))
  let had = 0n
  let has = 0n
  const is_worse = days.some((day) => {
    had += was.get(day) ?? 0n
    has += is.get(day) ?? 0n
    return day !== NEVER && has < had
  })
  const bySupply = (part: PromisedPart) => part.supply_id
  return {
    is_changed: is_other_day || differ(sums(before, bySupply), sums(after, bySupply)),
    is_other_day,
    is_worse: is_worse || has < had,
  }
}

function sums(parts: readonly PromisedPart[], keyOf: (part: PromisedPart) => string): Map<string, bigint> {
  const found = new Map<string, bigint>()
  for (const part of parts) {
    const key = keyOf(part)
    found.set(key, (found.get(key) ?? 0n) + readMillionths(part.quantity))
  }
  return found
}

const differ = (a: ReadonlyMap<string, bigint>, b: ReadonlyMap<string, bigint>): boolean =>
  a.size !== b.size || [...a].some(([key, quantity]) => (b.get(key) ?? 0n) !== quantity)
