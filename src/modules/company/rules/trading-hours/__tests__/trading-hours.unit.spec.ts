import { daysAhead } from "../days-ahead"
import { hoursInWords } from "../hours-in-words"
import { openAt } from "../open-at"
import { refuseShut, tellHours } from "../tell-hours"
import { type CategoryHours, intervalsFault, settledHours, TIME_PATTERN, type TradingHours } from "../trading-hours"

const MOSCOW = "Europe/Moscow"
const HOURS: TradingHours = {
  weekly: [{ weekday: 2, intervals: [{ from: "09:00", to: "18:00" }] }],
  exceptions: [{ date: "2026-12-01", name: "Stocktaking", intervals: [] }],
}
const WHOLESALE: CategoryHours = { id: "ccat_1", name: "Опт", hours: HOURS }
const MONDAY = new Date("2026-11-23T15:05:00Z")

describe("intervals of a day", () => {
  it.each([
    ["none", [], null],
    ["the whole day", ["00:00-24:00"], null],
    ["two that touch, in any order", ["13:00-18:00", "09:00-13:00"], null],
    ["one that ends where it begins", ["09:00-09:00"], "09:00–09:00 ends before it begins"],
    ["one over midnight", ["22:00-06:00"], "22:00–06:00 ends before it begins"],
    ["two that overlap by a minute", ["12:59-18:00", "09:00-13:00"], "09:00–13:00 overlaps 12:59–18:00"],
    ["one within another", ["09:00-18:00", "10:00-11:00"], "09:00–18:00 overlaps 10:00–11:00"],
    ["the same twice", ["09:00-10:00", "09:00-10:00"], "09:00–10:00 overlaps 09:00–10:00"],
  ])("%s", (_title, texts, fault) => {
    const intervals = texts.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }))
    const found = intervalsFault(intervals)
    expect(fault === null ? found : found?.slice(0, fault.length)).toBe(fault)
  })

  it.each([
    ["00:00", true],
    ["23:59", true],
    ["24:00", true],
    ["24:01", false],
    ["9:00", false],
    ["12:60", false],
    ["09:00:00", false],
  ])("takes %s for a time: %s", (text, is) => {
    expect(TIME_PATTERN.test(text)).toBe(is)
  })
})

it("keeps days and intervals in order, and no weekday that is shut", () => {
  const given: TradingHours = {
    weekly: [
      { weekday: 3, intervals: [{ from: "14:00", to: "18:00" }, { from: "09:00", to: "13:00" }] }, // prettier-ignore
      { weekday: 1, intervals: [] },
      { weekday: 2, intervals: [{ from: "09:00", to: "10:00" }] },
    ],
    exceptions: [
      { date: "2026-12-31", name: null, intervals: [] },
      { date: "2026-12-30", name: "Short", intervals: [{ from: "09:00", to: "12:00" }] },
    ],
  }
  const { weekly, exceptions } = settledHours(given)
  expect(weekly.map(({ weekday, intervals }) => [weekday, intervals.map(({ from }) => from)])).toEqual([
    [2, ["09:00"]],
    [3, ["09:00", "14:00"]],
  ])
  expect(exceptions.map(({ date }) => date)).toEqual(["2026-12-30", "2026-12-31"])
  expect(hoursInWords(given)).toMatchObject({
    weekday_3: "14:00–18:00 09:00–13:00",
    dates: ["2026-12-31 –", "2026-12-30 Short 09:00–12:00"],
  })
})

describe("what a dealer is told", () => {
  const tell = (locale: "ru" | "en", categories: CategoryHours[], moment: Date) =>
    tellHours(locale, { categories, state: openAt(categories, moment, MOSCOW), moment, time_zone: MOSCOW })

  it("names the category, the time of the supplier and the next opening, in both languages", () => {
    expect(tell("ru", [WHOLESALE], MONDAY)).toBe(
      "Сейчас заказы категории «Опт» не принимаются: у поставщика понедельник, 23 ноября, 18:05 (Europe/Moscow). Приём откроется: вторник, 24 ноября, 09:00."
    )
    expect(tell("en", [WHOLESALE], MONDAY)).toBe(
      'Orders of "Опт" are not taken now: it is Monday 23 November, 18:05 (Europe/Moscow) with the supplier. They are taken again from Tuesday 24 November, 09:00.'
    )
    expect(tell("ru", [WHOLESALE], new Date("2026-11-24T06:00:00Z"))).toBe(
      "Заказы категории «Опт» принимаются до: вторник, 24 ноября, 18:00."
    )
    expect(tell("en", [], MONDAY)).toBe("Orders are taken at any time.")
  })

  it("is a refusal with the moment for machines", () => {
    const state = openAt([WHOLESALE], MONDAY, MOSCOW)
    expect(refuseShut({ categories: [WHOLESALE], state, moment: MONDAY, time_zone: MOSCOW }, { id: "ctr_1", number: "C-1" })).toMatchObject(
      {
        code: "outside_trading_hours",
        message: expect.stringContaining("Under contract C-1: Orders of"),
        subject: "ctr_1",
        details: {
          categories: [{ id: "ccat_1", name: "Опт" }],
          time_zone: MOSCOW,
          local_time: "2026-11-23T18:05",
          opens_at: "2026-11-24T06:00:00.000Z",
          texts: { ru: expect.stringContaining("09:00"), en: expect.stringContaining("09:00") },
        },
      }
    )
  })

  it("shows two weeks from today of the supplier on", () => {
    const lateOnMonday = new Date("2026-11-23T21:30:00Z")
    const days = daysAhead([WHOLESALE], lateOnMonday, MOSCOW)
    expect(days).toHaveLength(14)
    expect(days[0]).toEqual({ date: "2026-11-24", weekday: 2, intervals: [{ from: "09:00", to: "18:00" }], names: [] })
    expect(days[7]).toEqual({ date: "2026-12-01", weekday: 2, intervals: [], names: ["Stocktaking"] })
    expect(daysAhead([], lateOnMonday, MOSCOW)).toEqual([])
  })
})
