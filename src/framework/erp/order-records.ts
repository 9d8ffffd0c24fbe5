import type { DecimalString } from "./decimal-string"

/** The state of an order as the ERP sees it. */
export interface ErpOrderState {
  kind: "order_state"
  /** The ERP's own id of the order; null when the sender has none yet. */
  external_id: string | null
  /** The number under which Kontor sent the order. */
  number: string
  erp_number: string | null
  /** YYYY-MM-DD */
  erp_date: string | null
  /** The ERP's name of the state, e.g. "К отгрузке"; null when not sent. */
  status: string | null
  is_posted: boolean | null
  is_cancelled: boolean
  paid_on: string | null
  /** Day on which all of it had been shipped. */
  shipped_on: string | null
  /** What of each product has been shipped so far in all, base units; left out when the ERP does not say. */
  shipped?: { offer_external_id: string; quantity: DecimalString }[]
  total: DecimalString | null
  currency_code: string | null
  lines: { offer_external_id: string; quantity: DecimalString; price: DecimalString | null; amount: DecimalString | null }[]
}
