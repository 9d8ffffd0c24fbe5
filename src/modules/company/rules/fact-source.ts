/** Who owns a row: the ERP, which alone changes it, or the portal. */
export const FACT_SOURCES = ["erp", "portal"] as const
export type FactSource = (typeof FACT_SOURCES)[number]
