/** When an order is reserved: as it is placed, at a state that the ERP says, or not at all. */
export const RESERVATION_STARTS = ["placement", "state", "never"] as const
export type ReservationStarts = (typeof RESERVATION_STARTS)[number]

/** What a rule says; null = it says nothing of that. `start_states` belong to `starts`. */
export interface ReservationFields {
  starts: ReservationStarts | null
  start_states: string[] | null
  /** Hours that a reservation lasts; 0 = until the order is shipped. */
  hours: number | null
  /** Hours before its end at which the dealer is told; 0 = never. */
  warn_hours: number | null
  /** States of the ERP in which the term does not run. */
  keep_states: string[] | null
  /** States from which on the ERP counts the goods as taken. */
  taken_states: string[] | null
  /** How often the dealer himself may reserve again what has expired. */
  renewals: number | null
}

/** What holds for an order. */
export type ReservationTerms = { [Field in keyof ReservationFields]: NonNullable<ReservationFields[Field]> }

/** Reserved as it is placed, until it is shipped. */
export const DEFAULT_RESERVATION_TERMS: ReservationTerms = {
  starts: "placement",
  start_states: [],
  hours: 0,
  warn_hours: 24,
  keep_states: [],
  taken_states: [],
  renewals: 0,
}

/** Each field by the nearest rule that speaks of it. */
export function resolveReservationTerms(nearestFirst: readonly ReservationFields[]): ReservationTerms {
  const started = nearestFirst.find(({ starts }) => starts !== null)
  const said = <Field extends keyof ReservationFields>(field: Field) =>
    nearestFirst.map((rule) => rule[field]).find((value) => value !== null) ?? null
  const standing = DEFAULT_RESERVATION_TERMS
  return {
    starts: started?.starts ?? standing.starts,
    start_states: started?.start_states ?? standing.start_states,
    hours: said("hours") ?? standing.hours,
    warn_hours: said("warn_hours") ?? standing.warn_hours,
    keep_states: said("keep_states") ?? standing.keep_states,
    taken_states: said("taken_states") ?? standing.taken_states,
    renewals: said("renewals") ?? standing.renewals,
  }
}
