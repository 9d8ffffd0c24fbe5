import { refuseRenewal, type RenewalFacts } from "../refuse-renewal"
import { canonicalReservationFields, reservationRuleFault } from "../reservation-rule-draft"
import type { ReservationFields } from "../resolve-reservation-terms"

const fields = (change: Partial<ReservationFields>): ReservationFields => ({
  ...{ starts: null, start_states: null, hours: null, warn_hours: null, keep_states: null, taken_states: null, renewals: null },
  ...change,
})

describe("reservationRuleFault", () => {
  it.each([
    ["is refused when it says nothing", {}, "reservation_rule_empty"],
    ["is refused when it begins at no state in particular", { starts: "state", start_states: [] }, "reservation_rule_states_missing"],
    [
      "is refused when it names states and does not begin at them",
      { starts: "never", start_states: ["A"] },
      "reservation_rule_states_unused",
    ],
    ["may lift a term", { hours: 0 }, undefined],
    ["may lift states", { keep_states: [] }, undefined],
    ["may begin at states", { starts: "state", start_states: ["A"] }, undefined],
  ] satisfies [string, Partial<ReservationFields>, string | undefined][])("a rule %s", (_title, change, code) => {
    expect(reservationRuleFault(fields(change))?.code).toBe(code)
  })
})

describe("canonicalReservationFields", () => {
  it("keeps each state once, and those to begin at only where it begins at one", () => {
    expect(canonicalReservationFields(fields({ starts: "never", start_states: [], keep_states: [" A ", "A", " "] }))).toEqual(
      fields({ starts: "never", keep_states: ["A"] })
    )
  })
})

describe("refuseRenewal", () => {
  const facts = (change: Partial<RenewalFacts> = {}): RenewalFacts => ({
    ...{ state: "expired", is_cancelled: false, is_shipped: false, renewals: 1, renewed: 0 },
    ...change,
  })
  it.each([
    ["a dealer holds again what has expired", facts(), "dealer", null],
    ["not more often than he may", facts({ renewed: 1 }), "dealer", "reservation_renewals_used"],
    ["the staff as often as it likes", facts({ renewed: 1 }), "staff", null],
    ["a dealer nothing that was switched off", facts({ state: "none" }), "dealer", "reservation_not_expired"],
    ["the staff that too", facts({ state: "none" }), "staff", null],
    ["nobody what the ERP has", facts({ state: "leaving" }), "staff", "reservation_with_erp"],
    ["nobody what was shipped", facts({ is_shipped: true }), "staff", "order_closed"],
    ["nobody what was cancelled", facts({ is_cancelled: true }), "dealer", "order_closed"],
  ] as const)("%s", (_title, given, by, expected) => {
    expect(refuseRenewal(given, by)).toBe(expected)
  })
})
