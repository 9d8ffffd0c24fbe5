import type { Scope } from "./adjustment-types"

export const BASES = ["total", "quantity"] as const

/** A threshold as the screens read it. */
export interface ThresholdRow {
  id: string
  scope: { kind: Scope; id: string | null; name: string | null }
  basis: (typeof BASES)[number]
  from_amount: string
  currency_code: string | null
  price_type: { id: string; name: string | null }
  starts_on: string | null
  ends_on: string | null
  source: "erp" | "portal"
  document: string | null
  updated_at: string
}

export interface ThresholdList {
  price_thresholds: ThresholdRow[]
  count: number
}
