import { MathBN } from "@medusajs/framework/utils"
import { floorTo } from "./multiples"

/** One inventory item that one line needs, in stock units. */
export interface StockNeed {
  line_id: string
  inventory_item_id: string
  quantity: string
  /** What is not in stock may be promised all the same. */
  allow_backorder: boolean
  /** Given where what is not in stock may wait for a supply: what one base unit of the line needs of the item, and the base units it is taken by. */
  waiting?: { required_quantity: string; step: string }
}

/** What is free of an item at a location; at or below zero nothing is. */
export interface FreeStock {
  inventory_item_id: string
  location_id: string
  free: string
}

export interface Allocation {
  line_id: string
  inventory_item_id: string
  location_id: string
  quantity: string
  allow_backorder: boolean
}

export interface Shortage {
  line_id: string
  inventory_item_id: string
  /** What is left for this line after the lines before it. */
  available: string
}

type Decimal = ReturnType<typeof MathBN.convert>
interface Shelf {
  location_id: string
  free: Decimal
}

export interface StockAllocation {
  allocations: Allocation[]
  shortages: Shortage[]
  /** Base units that are not in stock of lines that may wait, by line. */
  waiting: Map<string, string>
}

/**
 * Takes stock for lines in their order. The location with most of the item goes first, so that a line is split over locations only when
 * none holds all of it; equal locations go by id. A line that cannot be served whole takes nothing, and the next one may have it; one that may
 * wait for a supply takes what there is, in whole steps of all items that it needs.
 */
export function allocateStock(needs: StockNeed[], stock: FreeStock[]): StockAllocation {
  const shelves = new Map<string, Shelf[]>()
  for (const { inventory_item_id, location_id, free } of stock) {
    shelves.set(inventory_item_id, [...(shelves.get(inventory_item_id) ?? []), { location_id, free: MathBN.convert(free) }])
  }
  const allocations: Allocation[] = []
  const shortages: Shortage[] = []
  const waiting = new Map<string, string>()
  for (const need of withWhatThereIs(needs, shelves, waiting)) {
    const ordered = byFreeStock(shelves.get(need.inventory_item_id) ?? [])
    const available = freeOn(ordered)
    if (available.lt(need.quantity) && !need.allow_backorder) {
      shortages.push({ line_id: need.line_id, inventory_item_id: need.inventory_item_id, available: available.toFixed() })
    } else {
      allocations.push(...take(need, ordered))
    }
  }
  return { allocations, shortages, waiting }
}

/** The needs as they come up, those that may wait cut down to what is there then; the rest is put down in `waiting`. */
function* withWhatThereIs(needs: StockNeed[], shelves: ReadonlyMap<string, Shelf[]>, waiting: Map<string, string>): Generator<StockNeed> {
  const served = new Map<string, Decimal>()
  const ofLine = new Map<string, StockNeed[]>()
  for (const need of needs) {
    ofLine.set(need.line_id, [...(ofLine.get(need.line_id) ?? []), need])
  }
  for (const need of needs) {
    if (!need.waiting || need.allow_backorder) {
      yield need
      continue
    }
    const { required_quantity } = need.waiting
    const units = served.get(need.line_id) ?? servedUnits(ofLine.get(need.line_id) ?? [need], shelves)
    served.set(need.line_id, units)
    const missing = MathBN.convert(need.quantity).div(required_quantity).minus(units)
    if (missing.gt(0)) {
      waiting.set(need.line_id, missing.toFixed())
    }
    if (units.gt(0)) {
      yield { ...need, quantity: units.times(required_quantity).toFixed() }
    }
  }
}

/** Base units of a line that all its items are there for. */
function servedUnits(needs: StockNeed[], shelves: ReadonlyMap<string, Shelf[]>): Decimal {
  const units = needs.map(({ inventory_item_id, quantity, waiting }) => {
    const { required_quantity = "1", step = "1" } = waiting ?? {}
    const there = freeOn(shelves.get(inventory_item_id) ?? [])
    return there.lt(quantity)
      ? floorTo(there.div(required_quantity), MathBN.convert(step))
      : MathBN.convert(quantity).div(required_quantity)
  })
  return units.reduce((least, next) => (next.lt(least) ? next : least))
}

function freeOn(shelves: Shelf[]): Decimal {
  return shelves.reduce((sum, { free }) => sum.plus(free.gt(0) ? free : 0), MathBN.convert(0))
}

function byFreeStock(shelves: Shelf[]): Shelf[] {
  return [...shelves].sort((a, b) => b.free.comparedTo(a.free) || a.location_id.localeCompare(b.location_id))
}

/** Takes from the shelves in their order; a backorder remainder is promised from the first one. */
function take({ quantity, ...need }: StockNeed, shelves: Shelf[]): Allocation[] {
  let missing = MathBN.convert(quantity)
  const taken = new Map<string, Decimal>()
  for (const shelf of shelves) {
    const part = missing.lt(shelf.free) ? missing : shelf.free
    if (part.gt(0)) {
      taken.set(shelf.location_id, part)
      shelf.free = shelf.free.minus(part)
      missing = missing.minus(part)
    }
  }
  const [first] = shelves
  if (missing.gt(0) && first) {
    taken.set(first.location_id, (taken.get(first.location_id) ?? MathBN.convert(0)).plus(missing))
    first.free = first.free.minus(missing)
  }
  return [...taken].map(([location_id, part]) => ({ ...need, location_id, quantity: part.toFixed() }))
}
