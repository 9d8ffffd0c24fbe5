import { auditQuery } from "../../src/admin/lib/audit-query"

const NOTHING = { q: "", action: "", from: "", to: "" }

describe("the query of the audit log", () => {
  it("asks for nothing that was not chosen", () => {
    expect(auditQuery(NOTHING)).toEqual({})
    expect(auditQuery({ ...NOTHING, q: " a " })).toEqual({})
    expect(auditQuery({ ...NOTHING, q: " ab ", action: "order." })).toEqual({ q: "ab", action: "order." })
  })

  it("includes the last day whole, on which clocks may change", () => {
    expect(auditQuery({ ...NOTHING, from: "2026-10-25", to: "2026-10-25" })).toEqual({
      from: new Date(2026, 9, 25).toISOString(),
      to: new Date(2026, 9, 26).toISOString(),
    })
    expect(auditQuery({ ...NOTHING, to: "2026-12-31" })).toEqual({ to: new Date(2027, 0, 1).toISOString() })
  })

  it.each(["20266-01-01", "2026-13-45", "nonsense"])("leaves out what is no day: %s", (day) => {
    expect(auditQuery({ ...NOTHING, from: day, to: day })).toEqual({})
  })
})
