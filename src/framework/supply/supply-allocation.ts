/** What somebody ordered beyond stock and nobody has promised him yet. */
export interface OpenDemand {
  id: string
  variant_id: string
  legal_entity_id: string
  contract_id: string
  /** Warehouses that its contract draws from; none named = all that dealers may buy from. */
  warehouse_ids: readonly string[]
  /** Base units, exact decimal, above zero. */
  quantity: string
}

/** A line of an open supply of which something is free. */
export interface FreeSupplyLine {
  supply_id: string
  variant_id: string
  /** YYYY-MM-DD, today or later. */
  expected_on: string
  /** Empty = not told: for who draws from all warehouses. */
  warehouse_id: string
  /** All that the line brings, base units. */
  quantity: string
  /** What of it is still to come and promised to nobody. */
  free: string
  /** What of it each legal entity that asks now was promised or has got already. */
  promised_to: ReadonlyMap<string, string>
}

export interface AllocationContext {
  /** YYYY-MM-DD, day of the supplier. */
  day: string
  /** Percent of a line that one legal entity may be promised; null = all of it. */
  share_percent: string | null
}

/** So much of a line for a demand. */
export interface AllocatedSupply {
  demand_id: string
  supply_id: string
  /** Base units, exact decimal, above zero. */
  quantity: string
}

/**
 * Port "supply allocation": decides what of the supplies is promised to whom. A plugin offers one as a provider of the module `supply`, with a
 * `static identifier`; the last plugin that brings one has the word. Without one it is first come, the earliest supply, with the share of a client as it is set.
 *
 * It runs when an order is placed and when supplies change, inside the transaction, on any number of demands at once, those who asked first before the
 * others: it reads nothing and waits for nothing. Only lines that the contract of a demand draws from (`drawsFrom`) may be given to it, and no more than is
 * free or wanted; what it leaves out stays unpromised. An answer that breaks this, or an error, stops the request with `supply_allocation_failed`; the
 * database refuses it too.
 */
export interface SupplyAllocation {
  allocate(demands: readonly OpenDemand[], lines: readonly FreeSupplyLine[], context: AllocationContext): AllocatedSupply[]
}

/** Whether a line may be given to a demand: it brings the product, to a warehouse that the contract draws from. */
export function drawsFrom(demand: OpenDemand, line: Pick<FreeSupplyLine, "variant_id" | "warehouse_id">): boolean {
  return line.variant_id === demand.variant_id && (demand.warehouse_ids.length === 0 || demand.warehouse_ids.includes(line.warehouse_id))
}

/** An allocation as it is run. */
export interface InstalledAllocation {
  /** Its `static identifier`. */
  name: string
  allocation: SupplyAllocation
}

let installed: InstalledAllocation | null = null

/** Takes over what holds, in place of what was there before. Called once at the start, by the module that keeps supplies. */
export function installSupplyAllocation(allocation: InstalledAllocation): void {
  installed = allocation
}

/** Null before the module was loaded. */
export function installedSupplyAllocation(): InstalledAllocation | null {
  return installed
}
