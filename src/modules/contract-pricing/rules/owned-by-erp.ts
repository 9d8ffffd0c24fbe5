/** Who said what of a price type. */
export interface PriceTypeOwners {
  source: "erp" | "portal"
  region_from_erp: boolean
  fallback_from_erp: boolean
}

/** What may be changed of a price type; what is left out stays. */
export interface PriceTypeChange {
  name?: string | undefined
  includes_vat?: boolean | undefined
  /** True takes the mark from the type that has it. */
  is_retail?: boolean | undefined
  region?: string | null | undefined
  fallback_id?: string | null | undefined
}

/**
 * The fields of a change that the ERP owns: its next word would undo them. Which type is retail is nobody's but the supplier's: the ERP tells
 * it by a name at most, and only of a type that is new.
 */
export function ownedByErp(owners: PriceTypeOwners, change: PriceTypeChange): (keyof PriceTypeChange)[] {
  const isErp = owners.source === "erp"
  const owned: [keyof PriceTypeChange, boolean][] = [
    ["name", isErp],
    ["includes_vat", isErp],
    ["region", owners.region_from_erp],
    ["fallback_id", owners.fallback_from_erp],
  ]
  return owned.filter(([field, byErp]) => byErp && change[field] !== undefined).map(([field]) => field)
}
