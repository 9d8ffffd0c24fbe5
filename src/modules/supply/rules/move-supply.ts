/** Where a supply stands, in the order in which it goes. */
export const OPEN_STATES = ["planned", "confirmed", "in_transit", "at_customs"] as const
export const SUPPLY_STATES = [...OPEN_STATES, "arrived", "cancelled"] as const

export type SupplyState = (typeof SUPPLY_STATES)[number]

/**
 * Where a person may move a supply to: forward, steps left out or not, or off. What has arrived or was cancelled stays so. The ERP is bound by
 * none of this: whatever it says is how things stand.
 */
export function nextStates(state: SupplyState): SupplyState[] {
  if (state === "arrived" || state === "cancelled") {
    return []
  }
  return SUPPLY_STATES.slice(SUPPLY_STATES.indexOf(state) + 1)
}

/** Whether a person may say so of a supply in this state; to say again what holds already is no move. */
export function canMove(from: SupplyState, to: SupplyState): boolean {
  return from === to || nextStates(from).includes(to)
}
