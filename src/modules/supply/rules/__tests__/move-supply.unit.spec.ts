import { canMove, nextStates, SUPPLY_STATES } from "../move-supply"

describe("moves of a supply by hand", () => {
  it.each([
    ["planned", ["confirmed", "in_transit", "at_customs", "arrived", "cancelled"]],
    ["confirmed", ["in_transit", "at_customs", "arrived", "cancelled"]],
    ["in_transit", ["at_customs", "arrived", "cancelled"]],
    ["at_customs", ["arrived", "cancelled"]],
    ["arrived", []],
    ["cancelled", []],
  ] as const)("leads from %s forward or off", (state, next) => {
    expect(nextStates(state)).toEqual(next)
  })

  it("never leads back", () => {
    expect(canMove("in_transit", "confirmed")).toBe(false)
    expect(canMove("cancelled", "planned")).toBe(false)
    expect(canMove("arrived", "cancelled")).toBe(false)
  })

  it.each(SUPPLY_STATES)("takes %s for itself", (state) => {
    expect(canMove(state, state)).toBe(true)
  })
})
