import type { ReservationFields } from "./resolve-reservation-terms"

/** Most states that a rule names of each kind. */
export const STATES_MAX = 20

/** Why a rule cannot be; null = it can. */
export function reservationRuleFault(fields: ReservationFields): { code: string; message: string } | null {
  const { starts, start_states, ...others } = fields
  const namesStart = start_states !== null && start_states.length > 0
  if (starts === "state" && !namesStart) {
    return {
      code: "reservation_rule_states_missing",
      message: "A reservation that begins at a state names the states of the ERP that it begins at.",
    }
  }
  if (starts !== "state" && namesStart) {
    return {
      code: "reservation_rule_states_unused",
      message: "States to begin at are named by a reservation that begins at a state alone.",
    }
  }
  if (starts === null && Object.values(others).every((value) => value === null)) {
    return { code: "reservation_rule_empty", message: "The rule says nothing." }
  }
  return null
}

/** As it is stored: states once, without the blanks around them; those to begin at only where it begins at one. */
export function canonicalReservationFields(fields: ReservationFields): ReservationFields {
  const states = (given: string[] | null) => given && [...new Set(given.map((state) => state.trim()).filter((state) => state !== ""))]
  return {
    ...fields,
    start_states: fields.starts === "state" ? states(fields.start_states) : null,
    keep_states: states(fields.keep_states),
    taken_states: states(fields.taken_states),
  }
}
