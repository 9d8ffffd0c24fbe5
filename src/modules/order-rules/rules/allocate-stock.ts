import { MathBN } from "@medusajs/framework/utils"

/** One inventory item that one line needs, in stock units. */
export interface StockNeed {
  line_id: string
  inventory_item_id: string
  quantity: string
  /** What is not in stock may be promised all the same. */
  allow_backorder: boolean
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

/**
 * Takes stock for lines in their order. The location with most of the item goes first, so that a line is split over locations only when
 * none holds all of it; equal locations go by id. A line that cannot be served whole takes nothing, and the next one may have it.
 */
export function allocateStock(needs: StockNeed[], stock: FreeStock[]): { allocations: Allocation[]; shortages: Shortage[] } {
  const shelves = new Map<string, Shelf[]>()
  for (const { inventory_item_id, location_id, free } of stock) {
    shelves.set(inventory_item_id, [...(shelves.get(inventory_item_id) ?? []), { location_id, free: MathBN.convert(free) }])
  }
  const allocations: Allocation[] = []
  const shortages: Shortage[] = []
  for (const need of needs) {
    const ordered = byFreeStock(shelves.get(need.inventory_item_id) ?? [])
    const available = ordered.reduce((sum, { free }) => sum.plus(free.gt(0) ? free : 0), MathBN.convert(0))
    if (available.lt(need.quantity) && !need.allow_backorder) {
      shortages.push({ line_id: need.line_id, inventory_item_id: need.inventory_item_id, available: available.toFixed() })
    } else {
      allocations.push(...take(need, ordered))
    }
  }
  return { allocations, shortages }
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
