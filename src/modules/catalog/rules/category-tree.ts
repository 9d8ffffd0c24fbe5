/** Whether goods of a category are sold from stock or ordered beforehand. */
export const CATEGORY_TYPES = ["stock", "preorder"] as const

/** What the staff says of a category; loads leave it as it is. */
export interface CategoryFacts {
  type: (typeof CATEGORY_TYPES)[number]
  /** A word that dealers see beside the name. */
  label: string | null
}

export interface CategoryRow extends CategoryFacts {
  id: string
  name: string
  parent_id: string | null
  rank: number
  /** Listed entries in the category and all below it. */
  entry_count: number
}

export interface CategoryNode extends CategoryFacts {
  id: string
  name: string
  entry_count: number
  children: CategoryNode[]
}

/** Hangs categories under their parents, in the order given. One whose parent is not given (it is hidden) is left out with all below it. */
export function categoryTree(rows: CategoryRow[]): CategoryNode[] {
  const childrenOf = new Map<string | null, CategoryRow[]>()
  for (const row of rows) {
    const siblings = childrenOf.get(row.parent_id)
    if (siblings) {
      siblings.push(row)
    } else {
      childrenOf.set(row.parent_id, [row])
    }
  }
  const below = (parentId: string | null): CategoryNode[] =>
    (childrenOf.get(parentId) ?? []).map(({ id, name, type, label, entry_count }) => ({
      ...{ id, name, type, label, entry_count },
      children: below(id),
    }))
  return below(null)
}
