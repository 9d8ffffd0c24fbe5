import { type AllocatedSupply, drawsFrom, type FreeSupplyLine, type OpenDemand } from "@kontor/framework"
import { readMillionths } from "./millionths"

const QUANTITY = /^\d{1,12}(\.\d{1,6})?$/

/** What makes the answer of an allocation unfit to be written; null when nothing does. */
export function faultInAllocation(
  parts: readonly AllocatedSupply[],
  demands: readonly OpenDemand[],
  lines: readonly FreeSupplyLine[]
): string | null {
  const wanting = new Map(demands.map((demand) => [demand.id, { demand, left: readMillionths(demand.quantity) }]))
  const giving = linesOf(lines)
  for (const { demand_id, supply_id, quantity } of parts) {
    const wants = wanting.get(demand_id)
    if (!wants) {
      return `demand ${demand_id} was not asked for`
    }
    const gives = giving.get(wants.demand.variant_id)?.get(supply_id)
    if (!gives || !drawsFrom(wants.demand, gives.line)) {
      return `demand ${demand_id} cannot draw from supply ${supply_id}`
    }
    if (!QUANTITY.test(quantity) || !take(wants, quantity) || !take(gives, quantity)) {
      return `${quantity} of supply ${supply_id} for demand ${demand_id} is not what is wanted and free`
    }
  }
  return null
}

/** By product and supply: a name made of both for each part would be half of the work. */
function linesOf(lines: readonly FreeSupplyLine[]): Map<string, Map<string, { line: FreeSupplyLine; left: bigint }>> {
  const giving = new Map<string, Map<string, { line: FreeSupplyLine; left: bigint }>>()
  for (const line of lines) {
    const known = giving.get(line.variant_id) ?? new Map<string, { line: FreeSupplyLine; left: bigint }>()
    giving.set(line.variant_id, known.set(line.supply_id, { line, left: readMillionths(line.free) }))
  }
  return giving
}

/** False when there is not as much left, or nothing is taken. */
function take(from: { left: bigint }, quantity: string): boolean {
  const part = readMillionths(quantity)
  from.left -= part
  return part > 0n && from.left >= 0n
}
