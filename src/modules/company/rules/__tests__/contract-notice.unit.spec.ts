import { daysBetween, dueNotice, noticesDue } from "../contract-notice"

describe("dueNotice", () => {
  it.each([
    ["nothing 15 days before the end", "2026-03-16", null],
    ["the first notice 14 days before", "2026-03-15", { notice: 14, days_left: 14 }],
    ["still the first 4 days before", "2026-03-05", { notice: 14, days_left: 4 }],
    ["the second 3 days before", "2026-03-04", { notice: 3, days_left: 3 }],
    ["the second on the last day", "2026-03-01", { notice: 3, days_left: 0 }],
    ["nothing after it", "2026-02-28", null],
  ])("is %s", (_title, endsOn, expected) => {
    expect(dueNotice(endsOn, "2026-03-01")).toEqual(expected)
  })

  it("counts calendar days over the end of a month and of a year", () => {
    expect([
      daysBetween("2026-02-27", "2026-03-02"),
      daysBetween("2026-12-31", "2027-01-01"),
      daysBetween("2026-03-02", "2026-03-01"),
    ]).toEqual([3, 1, -1])
  })
})

describe("noticesDue", () => {
  it("names each day of the fortnight with its notice", () => {
    const due = noticesDue("2026-02-27")
    expect(due).toHaveLength(15)
    expect([due[0], due[3], due[4], due[14]]).toEqual([
      { ends_on: "2026-02-27", notice: 3, days_left: 0 },
      { ends_on: "2026-03-02", notice: 3, days_left: 3 },
      { ends_on: "2026-03-03", notice: 14, days_left: 4 },
      { ends_on: "2026-03-13", notice: 14, days_left: 14 },
    ])
  })
})
