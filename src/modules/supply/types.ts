import type { SupplyState } from "./rules/move-supply"

/** An inbound supply. Nobody but its source changes it. */
export interface Supply {
  id: string
  number: string
  source: "erp" | "portal"
  state: SupplyState
  /** YYYY-MM-DD; null = no date is known. */
  expected_on: string | null
  /** Stock location that it goes to; null = not told. */
  warehouse_id: string | null
  supplier_name: string | null
  comment: string | null
  /** When this was so, ISO 8601. */
  as_of: string
}
