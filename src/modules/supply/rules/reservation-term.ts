import { isStateOf } from "./is-state-of"

/** Until when goods are held, and when that is told. ISO 8601; null = not at all. */
export interface ReservationTerm {
  /** Null = until the order is shipped. */
  reserved_until: string | null
  warn_at: string | null
}

export const NO_TERM: ReservationTerm = { reserved_until: null, warn_at: null }

const HOUR_MS = 3_600_000

/** The term that begins at `now`: none where the terms have none, or while the order is in a state that keeps it. */
export function termFrom(
  now: string,
  terms: { hours: number; warn_hours: number; keep_states: readonly string[] },
  erpStatus: string | null
): ReservationTerm {
  if (terms.hours === 0 || isStateOf(terms.keep_states, erpStatus)) {
    return NO_TERM
  }
  return termUntil(new Date(Date.parse(now) + terms.hours * HOUR_MS).toISOString(), { now, warn_hours: terms.warn_hours })
}

/** Whether a term ends no earlier than another; one without an end never does. */
export function lastsAsLong(
  { reserved_until: until }: Pick<ReservationTerm, "reserved_until">,
  { reserved_until: other }: Pick<ReservationTerm, "reserved_until">
): boolean {
  return until === null || (other !== null && Date.parse(other) <= Date.parse(until))
}

/** A term that ends at a given moment. Whoever would have to be told in the past is told at the end alone. */
export function termUntil(until: string, { now, warn_hours }: { now: string; warn_hours: number }): ReservationTerm {
  const warn = Date.parse(until) - warn_hours * HOUR_MS
  const isToWarn = warn_hours > 0 && warn > Date.parse(now)
  return { reserved_until: until, warn_at: isToWarn ? new Date(warn).toISOString() : null }
}
