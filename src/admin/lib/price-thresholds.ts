export const BASES = ["total", "quantity"] as const
export const SCOPES = ["contract", "legal_entity", "holding", "client_category", "region", "everyone"] as const

/** A threshold as the screens read it. */
export interface ThresholdRow {
  id: string
  scope: { kind: (typeof SCOPES)[number]; id: string | null; name: string | null }
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

export interface PriceTypeList {
  price_types: { id: string; name: string; currency_code: string }[]
  count: number
}

/** Things that a rule of prices can be for, of one kind. */
export interface ScopeChoices {
  choices: { id: string; name: string; note: string | null }[]
  count: number
}
