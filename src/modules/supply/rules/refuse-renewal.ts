import type { ReservationState } from "./next-of-reservation"

/** What is known of a reservation that somebody wants to hold again. */
export interface RenewalFacts {
  state: ReservationState
  is_cancelled: boolean
  is_shipped: boolean
  renewals: number
  renewed: number
}

export type RenewalRefusal = "order_closed" | "reservation_with_erp" | "reservation_not_expired" | "reservation_renewals_used"

/**
 * Why goods cannot be held again; null = they can, as far as there is stock. The staff may hold whatever is neither shipped nor cancelled, also what
 * was never to be held; a dealer what has expired, as often as his rule allows.
 */
export function refuseRenewal(facts: RenewalFacts, by: "staff" | "dealer"): RenewalRefusal | null {
  if (facts.is_cancelled || facts.is_shipped) {
    return "order_closed"
  }
  if (facts.state === "leaving") {
    return "reservation_with_erp"
  }
  if (by === "staff") {
    return null
  }
  if (facts.state !== "expired") {
    return "reservation_not_expired"
  }
  return facts.renewed < facts.renewals ? null : "reservation_renewals_used"
}
