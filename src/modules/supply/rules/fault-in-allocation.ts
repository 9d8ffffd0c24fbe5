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
  const giving = new Map(lines.map((line) => [nameOf(line), { line, left: readMillionths(line.free) }]))
  for (const { demand_id, supply_id, quantity } of parts) {
    const wants = wanting.get(demand_id)
    if (!wants) {
      return `demand ${demand_id} was not asked for`
    }
    const gives = giving.get(nameOf({ supply_id, variant_id: wants.demand.variant_id }))
    if (!gives || !drawsFrom(wants.demand, gives.line)) {
      return `demand ${demand_id} cannot draw from supply ${supply_id}`
    }
    if (!QUANTITY.test(quantity) || !take(wants, quantity) || !take(gives, quantity)) {
      return `${quantity} of supply ${supply_id} for demand ${demand_id} is not what is wanted and free`
    }
  }
  return null
}

const nameOf = ({ supply_id, variant_id }: { supply_id: string; variant_id: string }): string => `${supply_id} ${variant_id}`

/** False when there is not as much left, or nothing is taken. */
function take(from: { left: bigint }, quantity: string): boolean {
  const part = readMillionths(quantity)
  from.left -= part
  return part > 0n && from.left >= 0n
}
