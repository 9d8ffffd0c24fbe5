export const CATEGORY_TYPES = ["stock", "preorder"] as const

/** What a category is to dealers, as the widget reads it. */
export interface CatalogCategory {
  type: (typeof CATEGORY_TYPES)[number]
  label: string | null
}
