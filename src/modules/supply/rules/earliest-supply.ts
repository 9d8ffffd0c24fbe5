import { type AllocatedSupply, type AllocationContext, drawsFrom, type FreeSupplyLine, type OpenDemand } from "@kontor/framework"
import { MathBN } from "@medusajs/framework/utils"

type Decimal = ReturnType<typeof MathBN.convert>

/** A line as it is given away. */
interface Shelf {
  line: FreeSupplyLine
  free: Decimal
  /** What one legal entity may have of it; null = all. */
  share: Decimal | null
  promisedTo: Map<string, Decimal>
}

const NOTHING = MathBN.convert(0)

/**
 * The rule that holds where no plugin brings another: who asked first is served first, each from the supply that comes first and then from the next,
 * with no more of a line than the share of one client, in whole units.
 *
 * @param demands those who asked first before the others
 */
export function allocateEarliest(
  demands: readonly OpenDemand[],
  lines: readonly FreeSupplyLine[],
  { share_percent }: Pick<AllocationContext, "share_percent">
): AllocatedSupply[] {
  const shelves = shelvesOf(lines, share_percent)
  return demands.flatMap((demand) => {
    let missing = MathBN.convert(demand.quantity)
    const given: AllocatedSupply[] = []
    for (const shelf of shelves.get(demand.variant_id) ?? []) {
      if (!missing.gt(0)) {
        break
      }
      const part = drawsFrom(demand, shelf.line) ? take(shelf, demand.legal_entity_id, missing) : NOTHING
      if (part.gt(0)) {
        missing = missing.minus(part)
        given.push({ demand_id: demand.id, supply_id: shelf.line.supply_id, quantity: part.toFixed() })
      }
    }
    return given
  })
}

/** By product, the earliest first. */
function shelvesOf(lines: readonly FreeSupplyLine[], percent: string | null): Map<string, Shelf[]> {
  const shelves = new Map<string, Shelf[]>()
  const ordered = [...lines].sort((a, b) => compare(a.expected_on, b.expected_on) || compare(a.supply_id, b.supply_id))
  for (const line of ordered) {
    const shelf: Shelf = {
      line,
      free: MathBN.convert(line.free),
      share: percent === null ? null : MathBN.convert(line.quantity).times(percent).div(100).dp(0, ROUND_DOWN),
      promisedTo: new Map([...line.promised_to].map(([entity, quantity]) => [entity, MathBN.convert(quantity)])),
    }
    const known = shelves.get(line.variant_id)
    if (known) {
      known.push(shelf)
    } else {
      shelves.set(line.variant_id, [shelf])
    }
  }
  return shelves
}

/** Of bignumber.js. */
const ROUND_DOWN = 1

function take(shelf: Shelf, entityId: string, wanted: Decimal): Decimal {
  const had = shelf.promisedTo.get(entityId) ?? NOTHING
  const allowed = shelf.share === null ? shelf.free : smaller(shelf.free, shelf.share.minus(had))
  const part = smaller(allowed, wanted)
  if (!part.gt(0)) {
    return NOTHING
  }
  shelf.free = shelf.free.minus(part)
  shelf.promisedTo.set(entityId, had.plus(part))
  return part
}

const smaller = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
