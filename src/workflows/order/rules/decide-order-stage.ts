/** What is known of an order's way through the ERP. */
export interface OrderProgress {
  /** Whether it was cancelled here. */
  is_cancelled?: boolean
  /** State of the outbox row; null for an order that never went through it. */
  outbox_state: "pending" | "sent" | "confirmed" | "failed" | null
  /** What the ERP has told; null while it has told nothing. */
  erp: { status: string | null; is_cancelled: boolean; paid_on: string | null; shipped_on: string | null } | null
}

export type OrderStage = "waiting_for_erp" | "accepted" | "paid" | "shipped" | "cancelled"

/**
 * Where an order stands, in one word that a client can translate. What the ERP says wins over the outbox; its own name of the state is
 * shown beside it. An outbox row that failed still waits: staff see the error in the exchange log.
 */
export function decideOrderStage({ is_cancelled = false, outbox_state, erp }: OrderProgress): OrderStage {
  if (is_cancelled) {
    return "cancelled"
  }
  if (!erp) {
    return outbox_state === "confirmed" ? "accepted" : "waiting_for_erp"
  }
  if (erp.is_cancelled) {
    return "cancelled"
  }
  if (erp.shipped_on) {
    return "shipped"
  }
  return erp.paid_on ? "paid" : "accepted"
}
