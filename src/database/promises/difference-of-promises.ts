import type { ReleasedPromise } from "../../modules/supply/rules/settle-released"
import type { PromisePart } from "./write-promises"

type PromiseName = Pick<PromisePart, "demand_id" | "supply_id" | "entry_key">

/**
 * What of the released promises that still stand is to go, and what is to come in their place: a promise that comes out as it was is neither.
 *
 * @param parts what is promised anew, each line of a demand once
 */
export function differenceOf(
  released: readonly ReleasedPromise[],
  parts: readonly PromisePart[]
): { gone: PromiseName[]; fresh: PromisePart[] } {
  const standing = new Map<string, ReleasedPromise[]>()
  for (const promise of released) {
    if (promise.line.is_standing) {
      const known = standing.get(promise.demand_id)
      if (known) {
        known.push(promise)
      } else {
        standing.set(promise.demand_id, [promise])
      }
    }
  }
  const fresh: PromisePart[] = []
  for (const part of parts) {
    const before = standing.get(part.demand_id)
    const place = before?.findIndex((promise) => isSame(promise, part)) ?? -1
    if (place < 0) {
      fresh.push(part)
    } else {
      before?.splice(place, 1)
    }
  }
  const gone: PromiseName[] = []
  for (const promises of standing.values()) {
    for (const { demand_id, line } of promises) {
      gone.push({ demand_id, supply_id: line.supply_id, entry_key: line.entry_key })
    }
  }
  return { gone, fresh }
}

const isSame = ({ line, quantity, is_by_hand }: ReleasedPromise, part: PromisePart): boolean =>
  line.supply_id === part.supply_id && line.entry_key === part.entry_key && quantity === part.quantity && is_by_hand === part.is_by_hand
