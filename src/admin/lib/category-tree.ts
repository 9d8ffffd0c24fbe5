import type { CatalogCategory } from "./catalog-category"

/** A category in the tree. */
export interface CategoryBranch extends CatalogCategory {
  id: string
  name: string
  parent_id: string | null
  path: string[]
  is_visible: boolean
  is_inbox: boolean
  child_count: number
  product_count: number
  entry_count: number
  mirrors: { source: string; external_id: string } | null
  group_count: number
}

export interface CategoryLevel {
  catalog_categories: CategoryBranch[]
  count: number
}

export const GROUP_STATES = ["mirrored", "mapped", "inbox", "ignored"] as const

/** A group of the ERP and where its goods are put. */
export interface ErpGroup {
  id: string
  source: string
  external_id: string
  name: string
  parent_name: string | null
  state: (typeof GROUP_STATES)[number]
  category: { id: string; name: string } | null
  product_count: number
}

export interface ErpGroupList {
  erp_groups: ErpGroup[]
  count: number
}

export interface GroupSources {
  sources: { source: string; unknown_groups: "mirror" | "inbox"; group_count: number; waiting_count: number }[]
}

/** What mapping groups does, before or after it was done. */
export interface GroupMapping {
  mapping: { groups: number; products: number; listed: number }
}

/** Where goods of groups are put, as the form has it. */
export const GROUP_TARGETS = ["category", "mirror", "inbox", "ignore"] as const
export type GroupTarget = (typeof GROUP_TARGETS)[number]

/** What is being dragged over the tree. */
export type Dragged = { kind: "category"; branch: CategoryBranch } | { kind: "groups"; groups: ErpGroup[] }

/** Groups of one base: a request is about one. */
export function ofOneSource(groups: ErpGroup[]): { source: string; external_ids: string[] } | null {
  const [first] = groups
  return first && groups.every(({ source }) => source === first.source)
    ? { source: first.source, external_ids: groups.map(({ external_id }) => external_id) }
    : null
}
