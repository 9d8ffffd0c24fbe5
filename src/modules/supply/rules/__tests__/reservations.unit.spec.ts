import { isStateOf } from "../is-state-of"
import { nextOfReservation, type ReservationFacts } from "../next-of-reservation"
import { lastsAsLong, termFrom, termUntil } from "../reservation-term"
import { DEFAULT_RESERVATION_TERMS, type ReservationFields, resolveReservationTerms } from "../resolve-reservation-terms"

const NOW = "2026-12-01T10:00:00.000Z"
const JUST_BEFORE = "2026-12-01T09:59:59.999Z"
const JUST_AFTER = "2026-12-01T10:00:00.001Z"

const SAYS_NOTHING: ReservationFields = {
  ...{ starts: null, start_states: null, hours: null, warn_hours: null, keep_states: null, taken_states: null, renewals: null },
}

describe("resolveReservationTerms", () => {
  it("holds as it is placed, until it is shipped, where nobody says anything", () => {
    expect(resolveReservationTerms([])).toEqual(DEFAULT_RESERVATION_TERMS)
    expect(resolveReservationTerms([SAYS_NOTHING])).toEqual(DEFAULT_RESERVATION_TERMS)
  })

  it("takes each field of the nearest rule that speaks of it, and the states with the start they belong to", () => {
    const nearest = { ...SAYS_NOTHING, starts: "placement" as const, hours: 0, keep_states: [] }
    const farther = {
      ...{ starts: "state" as const, start_states: ["К обеспечению"], hours: 48, warn_hours: 4, keep_states: ["К отгрузке"] },
      ...{ taken_states: null, renewals: 2 },
    }
    expect(resolveReservationTerms([nearest, farther])).toEqual({
      ...{ starts: "placement", start_states: [], hours: 0, warn_hours: 4, keep_states: [], taken_states: [], renewals: 2 },
    })
  })
})

describe("termFrom", () => {
  const terms = { hours: 48, warn_hours: 24, keep_states: ["К отгрузке"] }

  it.each([
    ["ends after its hours and is told before", terms, null, "2026-12-03T10:00:00.000Z", "2026-12-02T10:00:00.000Z"],
    ["has no end where there are no hours", { ...terms, hours: 0 }, null, null, null],
    ["has no end in a state that keeps it", terms, " к отгрузке", null, null],
    ["is told of at its end alone where it is no longer than the notice", { ...terms, hours: 24 }, null, "2026-12-02T10:00:00.000Z", null],
    ["is told of at once where it is just longer", { ...terms, hours: 25 }, null, "2026-12-02T11:00:00.000Z", "2026-12-01T11:00:00.000Z"],
    ["is never told of where nobody wants to be", { ...terms, warn_hours: 0 }, null, "2026-12-03T10:00:00.000Z", null],
  ])("%s", (_title, given, status, reserved_until, warn_at) => {
    expect(termFrom(NOW, given, status)).toEqual({ reserved_until, warn_at })
  })

  it("may end whenever a person says", () => {
    expect(termUntil("2026-12-10T00:00:00.000Z", { now: NOW, warn_hours: 24 })).toEqual({
      reserved_until: "2026-12-10T00:00:00.000Z",
      warn_at: "2026-12-09T00:00:00.000Z",
    })
  })
})

describe("lastsAsLong", () => {
  it.each([
    ["a term that has no end", null, NOW, true],
    ["no term beside one that has no end", NOW, null, false],
    ["one that ends at the same moment", NOW, NOW, true],
    ["none that ends just before", JUST_BEFORE, NOW, false],
  ])("holds of %s", (_title, reserved_until, other, expected) => {
    expect(lastsAsLong({ reserved_until }, { reserved_until: other })).toBe(expected)
  })
})

describe("isStateOf", () => {
  it.each([
    ["whatever its case and its blanks", ["К отгрузке"], " к Отгрузке ", true],
    ["not by a part of its name", ["К отгрузке"], "К отгрузк", false],
    ["not where the ERP says nothing", [""], null, false],
  ])("finds a state %s", (_title, named, status, expected) => {
    expect(isStateOf(named, status)).toBe(expected)
  })
})

describe("nextOfReservation", () => {
  const facts = (change: Partial<ReservationFacts> = {}): ReservationFacts => ({
    ...{ state: "held", start_states: ["Start"], hours: 48, keep_states: ["Keep"], taken_states: ["Taken"] },
    ...{ held_since: JUST_BEFORE, reserved_until: "2026-12-02T10:00:00.000Z", warn_at: null, erp_status: null, status: null },
    ...{ is_cancelled: false, is_shipped: false, is_fulfilled: false },
    ...change,
  })

  it.each([
    ["stands before its term is over", { reserved_until: JUST_AFTER }, "note"],
    ["expires at the moment of its term", { reserved_until: NOW }, "expire"],
    ["expires after it", { reserved_until: JUST_BEFORE }, "expire"],
    ["ends where all of it was handed over here", { reserved_until: NOW, is_fulfilled: true }, "shipped"],
    ["stands without a term", { reserved_until: null }, "note"],
    ["is told of at the moment for that", { warn_at: NOW }, "warn"],
    ["is not told of before", { warn_at: JUST_AFTER }, "note"],
    ["expires rather than being told of", { warn_at: JUST_BEFORE, reserved_until: NOW }, "expire"],
    ["does not expire when it has been shipped", { reserved_until: JUST_BEFORE, is_shipped: true }, "take"],
    ["is cancelled rather than shipped", { is_shipped: true, is_cancelled: true }, "cancelled"],
    ["goes over in a state from which on the ERP has the goods", { status: "taken" }, "take"],
    ["is kept in a state that keeps it, though its term is over", { status: "Keep", reserved_until: JUST_BEFORE }, "keep"],
    ["stays kept", { status: "Keep", erp_status: "Keep", reserved_until: null }, "note"],
    ["runs anew after such a state", { status: "Other", erp_status: "Keep", reserved_until: null }, "run"],
    [
      "does not run after it while all of it waits for supplies",
      { status: "Other", erp_status: "Keep", reserved_until: null, held_since: null },
      "note",
    ],
    ["does not run after it where there is no term", { status: "Other", erp_status: "Keep", reserved_until: null, hours: 0 }, "note"],
    ["waits for its state", { state: "waiting", reserved_until: null, status: "Other" }, "note"],
    ["starts at it", { state: "waiting", reserved_until: null, status: "start" }, "start"],
    ["of which only came what was promised starts at its state all the same", { status: "start" }, "start"],
    ["starts once at a state", { status: "Start", erp_status: "start" }, "note"],
    ["ends without having begun when the order is shipped", { state: "waiting", reserved_until: null, is_shipped: true }, "shipped"],
    ["that is switched off begins at no state", { state: "none", reserved_until: null, status: "Start" }, "note"],
    ["that has expired stays so", { state: "expired", reserved_until: null, status: "Start" }, "note"],
    ["that has left stays so", { state: "leaving", reserved_until: null, is_shipped: true }, "note"],
    ["comes back when the ERP takes its word back", { state: "leaving", reserved_until: null }, "return"],
  ] satisfies [string, Partial<ReservationFacts>, string][])("%s", (_title, change, expected) => {
    expect(nextOfReservation(facts(change), NOW)).toBe(expected)
  })
})
