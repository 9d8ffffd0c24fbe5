import { deepEqualObj, isPresent, MathBN } from "@medusajs/framework/utils"

/** A product that a stock route puts into a cart. */
export interface PutItem {
  variant_id: string
  /** Base units. */
  quantity: number
  /** What the dealer writes on the line. */
  metadata?: Record<string, unknown> | null | undefined
}

/**
 * The same product asked for twice becomes one line, as it does when it is added to a cart that has it, so that thresholds by quantity and order rules see all of
 * it. Where different things are written on them they stay two lines, by the rule of Medusa's adding. The first of them keeps its place.
 */
export function mergeItems<T extends PutItem>(items: readonly T[]): T[] {
  const ofVariant = new Map<string, T[]>()
  for (const item of items) {
    const same = ofVariant.get(item.variant_id) ?? []
    const line = same.find((other) => isSameNote(other, item))
    if (line) {
      line.quantity = MathBN.add(line.quantity, item.quantity).toNumber()
    } else {
      ofVariant.set(item.variant_id, [...same, { ...item }])
    }
  }
  return [...ofVariant.values()].flat()
}

const isSameNote = (one: PutItem, other: PutItem): boolean =>
  (!isPresent(one.metadata) && !isPresent(other.metadata)) || deepEqualObj(one.metadata, other.metadata)
