import { isStateOf } from "./is-state-of"

/** Where a reservation stands. */
export const RESERVATION_STATES = ["none", "waiting", "held", "expired", "leaving", "ended"] as const
export type ReservationState = (typeof RESERVATION_STATES)[number]

/** A reservation, and what is known of its order. Moments are ISO 8601. */
export interface ReservationFacts {
  state: ReservationState
  start_states: readonly string[]
  hours: number
  keep_states: readonly string[]
  taken_states: readonly string[]
  /** Since when anything is held; null = nothing was yet. */
  held_since: string | null
  reserved_until: string | null
  warn_at: string | null
  /** The state of the ERP that was followed last. */
  erp_status: string | null
  /** What the ERP says now; null = nothing yet. */
  status: string | null
  /** Here, or in the ERP. */
  is_cancelled: boolean
  /** As the ERP says. */
  is_shipped: boolean
  /** Whether all of it was handed over by Medusa's own fulfilments, which take it off the stock. */
  is_fulfilled: boolean
}

/**
 * `cancelled`: it ends, goods are free. `take`: the ERP has the goods, they stay held until its stock says so. `shipped`: it ends, nothing is held.
 * `return`: the ERP has taken its word back. `start`: goods are to be held now. `keep`: the term stops; `run`: it begins anew. `expire`, `warn`: the
 * term is over, or soon. `note`: nothing but the state that was followed.
 */
export type ReservationStep = "cancelled" | "take" | "shipped" | "return" | "start" | "keep" | "run" | "expire" | "warn" | "note"

/** What becomes of a reservation at a moment. A shipment or cancellation comes before the end of a term, which is over at its very moment. */
export function nextOfReservation(facts: ReservationFacts, now: string): ReservationStep {
  const { state, status } = facts
  if (facts.is_cancelled) {
    return "cancelled"
  }
  if (facts.is_shipped || isStateOf(facts.taken_states, status)) {
    return state === "held" ? "take" : state === "leaving" ? "note" : "shipped"
  }
  if (state === "leaving") {
    return "return"
  }
  if (state === "waiting") {
    return isStateOf(facts.start_states, status) ? "start" : "note"
  }
  return state === "held" ? nextOfHeld(facts, now) : "note"
}

function nextOfHeld(facts: ReservationFacts, now: string): ReservationStep {
  const { start_states, hours, keep_states, held_since, reserved_until, warn_at, erp_status, status, is_fulfilled } = facts
  // What came of its promises may be held before the state that the rest begins at.
  if (isStateOf(start_states, status) && !isStateOf(start_states, erp_status)) {
    return "start"
  }
  if (isStateOf(keep_states, status)) {
    return reserved_until === null ? "note" : "keep"
  }
  if (isStateOf(keep_states, erp_status) && hours > 0 && reserved_until === null && held_since !== null) {
    return "run"
  }
  if (isOver(reserved_until, now)) {
    return is_fulfilled ? "shipped" : "expire"
  }
  return isOver(warn_at, now) ? "warn" : "note"
}

function isOver(moment: string | null, now: string): boolean {
  return moment !== null && Date.parse(moment) <= Date.parse(now)
}
