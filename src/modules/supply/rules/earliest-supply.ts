import { type AllocatedSupply, type AllocationContext, drawsFrom, type FreeSupplyLine, type OpenDemand } from "@kontor/framework"
import { readMillionths, smaller, wholePercentOf, writeMillionths } from "./millionths"

/** A line as it is given away, in millionths. */
interface Shelf {
  line: FreeSupplyLine
  free: bigint
  /** What one legal entity may have of it, and what each was promised; null = all of it, whoever asks. */
  share: { limit: bigint; promisedTo: Map<string, bigint> } | null
}

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
  const given: AllocatedSupply[] = []
  for (const demand of demands) {
    let missing = readMillionths(demand.quantity)
    for (const shelf of shelves.get(demand.variant_id) ?? NO_SHELVES) {
      if (missing <= 0n) {
        break
      }
      const part = drawsFrom(demand, shelf.line) ? take(shelf, demand.legal_entity_id, missing) : 0n
      if (part > 0n) {
        missing -= part
        given.push({ demand_id: demand.id, supply_id: shelf.line.supply_id, quantity: writeMillionths(part) })
      }
    }
  }
  return given
}

const NO_SHELVES: readonly Shelf[] = []

/** By product, the earliest first. */
function shelvesOf(lines: readonly FreeSupplyLine[], percent: string | null): Map<string, Shelf[]> {
  const shelves = new Map<string, Shelf[]>()
  const ordered = [...lines].sort((a, b) => compare(a.expected_on, b.expected_on) || compare(a.supply_id, b.supply_id))
  for (const line of ordered) {
    const shelf: Shelf = {
      line,
      free: readMillionths(line.free),
      share:
        percent === null
          ? null
          : {
              limit: wholePercentOf(readMillionths(line.quantity), percent),
              promisedTo: new Map([...line.promised_to].map(([entity, quantity]) => [entity, readMillionths(quantity)])),
            },
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

function take(shelf: Shelf, entityId: string, wanted: bigint): bigint {
  const had = shelf.share?.promisedTo.get(entityId) ?? 0n
  const allowed = shelf.share === null ? shelf.free : smaller(shelf.free, shelf.share.limit - had)
  const part = smaller(allowed, wanted)
  if (part <= 0n) {
    return 0n
  }
  shelf.free -= part
  shelf.share?.promisedTo.set(entityId, had + part)
  return part
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
