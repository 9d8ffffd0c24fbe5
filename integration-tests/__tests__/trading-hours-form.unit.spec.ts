import { formOf, hoursOf, intervalsText, readIntervals, weekdayName } from "../../src/admin/lib/trading-hours"

describe("hours as staff type them", () => {
  it.each([
    ["9-18", "09:00–18:00"],
    ["09:00–13:00, 14:00–18:30", "09:00–13:00, 14:00–18:30"],
    [" 14.30 — 18 ; 9-13 ", "09:00–13:00, 14:30–18:00"],
    ["0-24", "00:00–24:00"],
    ["9-13,13-18", "09:00–13:00, 13:00–18:00"],
    ["", ""],
    [",", ""],
  ])("%s is %s", (typed, kept) => {
    const read = readIntervals(typed)
    expect(read && intervalsText(read)).toBe(kept)
  })

  it.each(["9", "9-", "18-9", "9-9", "9-25", "24-25", "9:60-10", "9-13, 12-14", "9-10 11-12", "lunch", "1-2,3-4,5-6,7-8,9-10,11-12,13-14"])(
    "%s is not understood",
    (typed) => {
      expect(readIntervals(typed)).toBeNull()
    }
  )
})

describe("the form", () => {
  const kept = {
    weekly: [{ weekday: 2, intervals: [{ from: "09:00", to: "18:00" }] }],
    exceptions: [{ date: "2027-01-01", name: null, intervals: [] }],
  }

  it("gives back what it was opened with, each weekday told", () => {
    const form = formOf(kept)
    expect(form.week).toEqual(["", "09:00–18:00", "", "", "", "", ""])
    const sent = hoursOf(form)
    expect(sent?.weekly.filter(({ intervals }) => intervals.length > 0)).toEqual(kept.weekly)
    expect(sent?.exceptions).toEqual(kept.exceptions)
  })

  it("begins with office hours where there are none", () => {
    expect(formOf(null)).toEqual({ week: [...Array.from({ length: 5 }, () => "09:00–18:00"), "", ""], dates: [] })
  })

  it("sends nothing while a day is not understood, or a date is missing or there twice", () => {
    const form = formOf(kept)
    const date = { key: 7, date: "2027-01-02", name: " Holiday ", text: "10-12" }
    expect(hoursOf({ ...form, dates: [date] })?.exceptions).toEqual([
      { date: "2027-01-02", name: "Holiday", intervals: [{ from: "10:00", to: "12:00" }] },
    ])
    expect(hoursOf({ ...form, week: form.week.map(() => "9-") })).toBeNull()
    expect(hoursOf({ ...form, dates: [{ ...date, text: "noon" }] })).toBeNull()
    expect(hoursOf({ ...form, dates: [{ ...date, date: "" }] })).toBeNull()
    expect(hoursOf({ ...form, dates: [date, { ...date, key: 8 }] })).toBeNull()
  })
})

it("calls weekdays by the language of the reader", () => {
  expect([weekdayName(1, "ru"), weekdayName(7, "en")]).toEqual(["Понедельник", "Sunday"])
})
