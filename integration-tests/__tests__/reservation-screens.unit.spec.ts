import {
  reservationBodyOf,
  type ReservationRuleForm,
  type ReservationRuleRow,
  reservationFormOf,
  termFieldsOf,
} from "../../src/admin/lib/reservations"
import { AdminCreateReservationRule } from "../../src/api/admin/reservation-rules/validators"

const row: ReservationRuleRow = {
  ...{
    id: "rsvr_1",
    scope: { kind: "contract", id: "ctr_1", name: "C-1" },
    starts: "state",
    start_states: ["К обеспечению", "К отгрузке"],
  },
  ...{ hours: 48, warn_hours: 0, renewals: null, keep_states: [], taken_states: null, updated_at: "1" },
}

describe("the form of reservation rules", () => {
  it("sends the rule that it shows, which the server can read", () => {
    const { id: _id, updated_at: _version, scope, ...fields } = row
    const body = reservationBodyOf(reservationFormOf(row))
    expect(body).toEqual({ ...fields, scope: { kind: scope.kind, id: scope.id } })
    expect(AdminCreateReservationRule.safeParse(body).error).toBeUndefined()
  })

  it.each([
    ["says nothing", {}],
    ["begins at no state in particular", { starts: "state" }],
    ["lasts for more hours than a year has", { hours: "8761" }],
    ["lasts for no number of hours", { hours: "two" }],
    ["is for somebody who was not chosen", { scopeKind: "contract", hours: "1" }],
  ] satisfies [string, Partial<ReservationRuleForm>][])("sends nothing while the rule %s", (_title, typed) => {
    expect(reservationBodyOf({ ...reservationFormOf(null), ...typed })).toBeNull()
  })

  it("takes a year of hours, and states by semicolons or lines", () => {
    const body = reservationBodyOf({ ...reservationFormOf(null), hours: "8760", keep_states: "К отгрузке;\n В пути " })
    expect(body).toMatchObject({ hours: 8_760, keep_states: ["К отгрузке", "В пути"], taken_states: null, starts: null })
    expect(AdminCreateReservationRule.safeParse(body).error).toBeUndefined()
  })

  it("tells of a contract whether and how long its orders are reserved, and what else differs", () => {
    const terms = {
      starts: "placement" as const,
      start_states: [],
      hours: 48,
      warn_hours: 24,
      keep_states: [],
      taken_states: [],
      renewals: 0,
    }
    expect(termFieldsOf({ before: terms, after: terms })).toEqual(["starts", "hours"])
    expect(termFieldsOf({ before: terms, after: { ...terms, keep_states: ["A"], renewals: 1 } })).toEqual(["starts", "hours", "renewals", "keep_states"]) // prettier-ignore
  })
})
