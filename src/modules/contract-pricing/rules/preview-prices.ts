import { compareDecimals, parseDecimal } from "./decimal"
import { firstDifference, type PriceDifference } from "./first-difference"
import type { PriceStep } from "./price-ladder"

const CHANGED_EXAMPLES = 12
/** Of what a rule reaches and does not change, since something nearer holds: as instructive as the others. */
const UNCHANGED_EXAMPLES = 4

/** A price on either side of a change of rules. */
export interface ComparedPrice<Contract extends { id: string }> {
  contract: Contract
  entry_key: number
  /** The first quantity at which the prices differ; one where they do not. Base units. */
  quantity: string
  before: string | null
  after: string | null
  difference: PriceDifference | null
}

/** How many prices a change of rules moves, and which way; gained and lost are those that there is none of on one side. */
export interface ChangedPrices {
  prices: number
  cheaper: number
  dearer: number
  gained: number
  lost: number
}

/** What a contract and its entries are compared by: prices by quantity on either side, in the order of the entries. */
export function comparePrices<Contract extends { id: string }>(
  contract: Contract,
  entryKeys: readonly number[],
  before: readonly PriceStep[][],
  after: readonly PriceStep[][]
): ComparedPrice<Contract>[] {
  return entryKeys.map((entry_key, index) => {
    const ladder = before[index] ?? []
    const difference = firstDifference(ladder, after[index] ?? [])
    const standing = ladder[0]?.price ?? null
    return {
      contract,
      entry_key,
      quantity: difference?.from_quantity ?? "1",
      before: difference ? difference.before : standing,
      after: difference ? difference.after : standing,
      difference,
    }
  })
}

export function countChanged(rows: readonly { difference: PriceDifference | null }[]): ChangedPrices {
  const changed = { prices: 0, cheaper: 0, dearer: 0, gained: 0, lost: 0 }
  for (const { difference } of rows) {
    if (difference) {
      changed.prices += 1
      changed[directionOf(difference)] += 1
    }
  }
  return changed
}

function directionOf({ before, after }: PriceDifference): "cheaper" | "dearer" | "gained" | "lost" {
  if (before === null || after === null) {
    return before === null ? "gained" : "lost"
  }
  return compareDecimals(parseDecimal(after), parseDecimal(before)) < 0 ? "cheaper" : "dearer"
}

/** Of each contract in turn, and of each other products, so that none fills them all. What has no price on either side shows nothing. */
export function chooseExamples<Contract extends { id: string }>(rows: readonly ComparedPrice<Contract>[]): ComparedPrice<Contract>[] {
  const changed = inTurn(rows.filter(({ difference }) => difference !== null))
  const kept = inTurn(rows.filter(({ difference, before }) => difference === null && before !== null))
  return [...changed.slice(0, CHANGED_EXAMPLES), ...kept.slice(0, UNCHANGED_EXAMPLES)]
}

/** The first of each contract, then the second of each; each contract begins so much further on in its products. */
function inTurn<Contract extends { id: string }>(rows: readonly ComparedPrice<Contract>[]): ComparedPrice<Contract>[] {
  const groups = new Map<string, ComparedPrice<Contract>[]>()
  for (const row of rows) {
    const group = groups.get(row.contract.id)
    if (group) {
      group.push(row)
    } else {
      groups.set(row.contract.id, [row])
    }
  }
  const turned = [...groups.values()].map((group, place) => {
    const start = Math.floor((place * group.length) / groups.size)
    return [...group.slice(start), ...group.slice(0, start)]
  })
  const turns = Math.max(0, ...turned.map((group) => group.length))
  return Array.from({ length: Math.min(turns, CHANGED_EXAMPLES) }, (_, turn) => turned.flatMap((group) => group[turn] ?? [])).flat()
}
