import { readMillionths, smaller, writeMillionths } from "./millionths"

const ONE = 1_000_000n

/** Who waits for goods of which some are free again. Quantities are exact decimals. */
export interface FreedDemand {
  id: string
  /** Base units that it waits for, above zero. */
  quantity: string
  /** What one base unit takes from stock. */
  items: { inventory_item_id: string; required: string }[]
  /** Where it may be taken from. */
  locations: string[]
}

/** So much of an item at a location, stock units. */
export interface FreedShelf {
  inventory_item_id: string
  location_id: string
  quantity: string
}

export interface FreedShare {
  id: string
  /** Base units. */
  quantity: string
  taken: FreedShelf[]
}

interface Shelf {
  location_id: string
  free: bigint
}

/**
 * Shares out what is free again: who asked first before the others, in whole base units unless all that it waits for is there. The location with most of an item goes
 * first, so that a demand is split over locations only when none holds all of it. What takes several items gets as much as there is of all.
 *
 * @param demands in the order in which they asked
 */
export function shareFreed(demands: readonly FreedDemand[], shelves: readonly FreedShelf[]): FreedShare[] {
  const ofItem = new Map<string, Shelf[]>()
  for (const { inventory_item_id, location_id, quantity } of shelves) {
    ofItem.set(inventory_item_id, [...(ofItem.get(inventory_item_id) ?? []), { location_id, free: readMillionths(quantity) }])
  }
  return demands.flatMap(({ id, quantity, items, locations }) => {
    const places = new Set(locations)
    const parts = items.map(({ inventory_item_id, required }) => {
      const own = (ofItem.get(inventory_item_id) ?? []).filter(({ location_id, free }) => free > 0n && places.has(location_id))
      return { inventory_item_id, required: readMillionths(required), shelves: own }
    })
    const units = unitsOf(readMillionths(quantity), parts)
    const taken = units > 0n ? parts.flatMap((part) => take(part, (units * part.required) / ONE)) : []
    return taken.length > 0 ? [{ id, quantity: writeMillionths(units), taken }] : []
  })
}

interface Part {
  inventory_item_id: string
  required: bigint
  shelves: Shelf[]
}

/** Base units that all items are there for. */
function unitsOf(wanted: bigint, parts: readonly Part[]): bigint {
  const there = parts.map(({ required, shelves }) => {
    const free = shelves.reduce((sum, shelf) => sum + shelf.free, 0n)
    const units = required > 0n ? (free * ONE) / required : 0n
    return units >= wanted ? wanted : units - (units % ONE)
  })
  return there.length === 0 ? 0n : there.reduce(smaller)
}

function take({ inventory_item_id, shelves }: Part, quantity: bigint): FreedShelf[] {
  let missing = quantity
  const fullest = [...shelves].sort((a, b) => (a.free === b.free ? a.location_id.localeCompare(b.location_id) : a.free < b.free ? 1 : -1))
  return fullest.flatMap((shelf) => {
    const part = smaller(missing, shelf.free)
    shelf.free -= part
    missing -= part
    return part > 0n ? [{ inventory_item_id, location_id: shelf.location_id, quantity: writeMillionths(part) }] : []
  })
}
