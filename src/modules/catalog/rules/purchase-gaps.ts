/** A category and what a client takes of it, all below it included. */
export interface PurchaseGap {
  id: string
  name: string
  /** Null = a root, or one whose parent is not seen. */
  parent_id: string | null
  /** Products that the client sees. */
  entry_count: number
  bought_count: number
  never_count: number
}

interface SeenCategory {
  id: string
  name: string
  parent_id: string | null
  entry_count: number
}

/** Categories that are seen and have products, in their order, each with how many of these were never bought. */
export function purchaseGaps(categories: readonly SeenCategory[], bought: ReadonlyMap<string | null, number>): PurchaseGap[] {
  const seen = new Set(categories.map(({ id }) => id))
  return categories
    .filter(({ entry_count }) => entry_count > 0)
    .map(({ id, name, parent_id, entry_count }) => {
      const bought_count = bought.get(id) ?? 0
      const parent = parent_id !== null && seen.has(parent_id) ? parent_id : null
      return { id, name, parent_id: parent, entry_count, bought_count, never_count: Math.max(entry_count - bought_count, 0) }
    })
}
