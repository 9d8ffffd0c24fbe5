import { readMillionths, writeMillionths } from "../../modules/supply/rules/millionths"
import type { PromisePart } from "./write-promises"

/** Parts of one demand and one line as one part, in the order in which they first come: what is kept of a line and what is given of it beside. */
export function oncePerLine(parts: readonly PromisePart[]): PromisePart[] {
  const merged: PromisePart[] = []
  const placesOf = new Map<string, number[]>()
  for (const part of parts) {
    const places = placesOf.get(part.demand_id)
    const place = places?.find((each) => isSameLine(merged[each], part))
    const known = place === undefined ? undefined : merged[place]
    if (place !== undefined && known !== undefined) {
      merged[place] = sumOf(known, part)
      continue
    }
    if (places) {
      places.push(merged.length)
    } else {
      placesOf.set(part.demand_id, [merged.length])
    }
    merged.push(part)
  }
  return merged
}

const isSameLine = (one: PromisePart | undefined, other: PromisePart): boolean =>
  one !== undefined && one.supply_id === other.supply_id && one.entry_key === other.entry_key

const sumOf = (one: PromisePart, other: PromisePart): PromisePart => ({
  ...one,
  quantity: writeMillionths(readMillionths(one.quantity) + readMillionths(other.quantity)),
  is_by_hand: one.is_by_hand || other.is_by_hand,
})
