import { readMillionths, smaller, writeMillionths } from "./millionths"

/** Why promises had to be released. */
export type ReleaseCause = "supply_moved" | "supply_short" | "supply_cancelled" | "supply_arrived"

/** A supply line whose promises were released since it changes: one object for all of them. */
export interface ReleasedLine {
  supply_id: string
  entry_key: number
  /** The day its promises were for, YYYY-MM-DD; null = the supply had none. */
  was_on: string | null
  /** Whether it still comes to the same warehouse on the same day. */
  is_same_day: boolean
  /** What of it has come to stock with the change: of all its promises together. */
  arrives: string
  /** Where it has come to; empty = not told. */
  warehouse_id: string
  cause: ReleaseCause
  /** Whether its promises still stand in their table, since nothing there is broken by the change. */
  is_standing: boolean
}

/** A promise that was released. */
export interface ReleasedPromise {
  line: ReleasedLine
  demand_id: string
  /** Base units, exact decimal. */
  quantity: string
  is_by_hand: boolean
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

/** What is left of a line to settle from, in millionths. */
interface Shelf {
  come: bigint
  there: bigint
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
  const free = new Map(lines.map((line) => [nameOf(line), line.free]))
  const shelves = new Map<ReleasedLine, Shelf>()
  const served: SettledPromise[] = []
  const kept: SettledPromise[] = []
  for (const promise of released) {
    const { line } = promise
    let shelf = shelves.get(line)
    if (!shelf) {
      shelf = { come: readMillionths(line.arrives), there: readMillionths(free.get(nameOf(line)) ?? "0") }
      shelves.set(line, shelf)
    }
    if (shelf.come === 0n && !line.is_same_day && !promise.is_by_hand) {
      continue
    }
    const wanted = readMillionths(promise.quantity)
    const part = smaller(wanted, shelf.come)
    const stays = line.is_same_day || promise.is_by_hand ? smaller(wanted - part, shelf.there) : 0n
    shelf.come -= part
    shelf.there -= stays
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
