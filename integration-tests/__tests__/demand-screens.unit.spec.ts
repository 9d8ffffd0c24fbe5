import { handPromises, offeredSupplies } from "../../src/admin/lib/demands"
import { AdminPromiseByHand } from "../../src/api/admin/demands/validators"

describe("the form of promises", () => {
  it("offers the supplies of which something is free, and those that are promised already", () => {
    const promise = { supply_number: "N-1", expected_on: null, quantity: "2", is_by_hand: true }
    const choosable = [{ supply_id: "s2", number: "N-2", expected_on: "2026-12-01", free: "5" }]
    const promises = [
      { ...promise, supply_id: "s1" },
      { ...promise, supply_id: "s2", supply_number: "N-2" },
    ]
    expect(offeredSupplies({ promises }, choosable)).toEqual([
      { supply_id: "s1", number: "N-1", expected_on: null, free: "0" },
      ...choosable,
    ])
  })

  it.each([
    ["what is typed", { s1: "1 200,5", s2: "3" }, [{ supply_id: "s1", quantity: "1200.5" }, { supply_id: "s2", quantity: "3" }]], // prettier-ignore
    ["nothing of what is empty or zero", { s1: " ", s2: "0,00" }, []],
    ["nothing at all while something is no quantity", { s1: "1", s2: "a few" }, null],
  ])("sends %s, which the server can read", (_title, typed, expected) => {
    expect(handPromises(typed)).toEqual(expected)
    expect(AdminPromiseByHand.safeParse({ promises: handPromises(typed) }).success).toBe(expected !== null)
  })
})
