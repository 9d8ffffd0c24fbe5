/** In what a product is sold. */
export interface SalesUnit {
  /** `catalog_entry.key`. */
  entry_key: number
  /** Code of the unit classifier, e.g. "796" for a piece. */
  code: string
  name: string
  /** Base units in one of it, canonical decimal. */
  coefficient: string
  is_base: boolean
}

/** Step, least and greatest quantity of a product in base units, canonical decimals. */
export interface EntryQuantityRule {
  /** `catalog_entry.key`. */
  entry_key: number
  multiplicity: string
  minimum: string
  /** Null = not limited. */
  maximum: string | null
}

/** What holds for an entry without rows of its own. */
export const DEFAULT_UNIT: Omit<SalesUnit, "entry_key"> = { code: "796", name: "шт", coefficient: "1", is_base: true }
export const DEFAULT_QUANTITY_RULE: Omit<EntryQuantityRule, "entry_key"> = { multiplicity: "1", minimum: "0", maximum: null }
