export interface CategoryRow {
  id: string
  name: string
  parent_id: string | null
  rank: number
  /** Listed entries in the category and all below it. */
  entry_count: number
}

export interface CategoryNode {
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
    (childrenOf.get(parentId) ?? []).map(({ id, name, entry_count }) => ({ id, name, entry_count, children: below(id) }))
  return below(null)
}
