import { readMillionths, smaller, writeMillionths } from "./millionths"

/** Why promises had to be released. */
export type ReleaseCause = "supply_moved" | "supply_short" | "supply_cancelled" | "supply_arrived"

/** A promise that was released since its supply line changes. */
export interface ReleasedPromise {
  supply_id: string
  entry_key: number
  demand_id: string
  /** Base units, exact decimal. */
  quantity: string
  is_by_hand: boolean
  /** The day it was promised for, YYYY-MM-DD; null = the supply had none. */
  was_on: string | null
  /** Whether the line still comes to the same warehouse on the same day. */
  is_same_day: boolean
  /** What of the line has come to stock with the change: of all promises of the line together. */
  arrives: string
  /** Where it has come to; empty = not told. */
  warehouse_id: string
  cause: ReleaseCause
}

/** What of a line is free again. */
interface FreedLine {
  supply_id: string
  entry_key: number
  free: string
}

export interface SettledPromise {
  released: ReleasedPromise
  /** Base units, exact decimal, above zero. */
  quantity: string
}

/**
 * What becomes of released promises before anything is allocated anew: what has come goes to who asked first, from stock; then those keep their
 * line who were promised it for the same day or bound to it by a person, as far as it goes, again who asked first before the others.
 *
 * @param released in the order in which they asked
 */
export function settleReleased(
  released: readonly ReleasedPromise[],
  lines: readonly FreedLine[]
): { served: SettledPromise[]; kept: SettledPromise[] } {
  const come = new Map<string, bigint>()
  const free = new Map(lines.map((line) => [nameOf(line), readMillionths(line.free)]))
  const served: SettledPromise[] = []
  const kept: SettledPromise[] = []
  for (const promise of released) {
    const name = nameOf(promise)
    const wanted = readMillionths(promise.quantity)
    const arrived = come.get(name) ?? readMillionths(promise.arrives)
    const part = smaller(wanted, arrived)
    come.set(name, arrived - part)
    const there = free.get(name) ?? 0n
    const stays = promise.is_same_day || promise.is_by_hand ? smaller(wanted - part, there) : 0n
    free.set(name, there - stays)
    put(served, promise, part)
    put(kept, promise, stays)
  }
  return { served, kept }
}

const nameOf = ({ supply_id, entry_key }: { supply_id: string; entry_key: number }): string => `${supply_id} ${entry_key}`

function put(list: SettledPromise[], released: ReleasedPromise, quantity: bigint): void {
  if (quantity > 0n) {
    list.push({ released, quantity: writeMillionths(quantity) })
  }
}
