import fc from "fast-check"
import { intervalsOn, openAt } from "../open-at"
import { type CategoryHours, timeOfMinutes, type TimeInterval, type TradingHours } from "../trading-hours"
import { naiveClock } from "./naive-clock"

const MINUTE = 60_000
const MOSCOW = "Europe/Moscow"

const category = (hours: Partial<TradingHours>, id = "ccat_1"): CategoryHours => ({
  id,
  name: id,
  hours: { weekly: [], exceptions: [], ...hours },
})
const interval = (text: string): TimeInterval => {
  const [from = "", to = ""] = text.split("-")
  return { from, to }
}
/** Monday to Friday. */
const workdays = (...texts: string[]) =>
  category({ weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, intervals: texts.map(interval) })) })

/** 2026-11-23 is a Monday; Moscow is three hours ahead. */
const at = (local: string) => new Date(`${local}+03:00`)
const told = (categories: CategoryHours[], local: string) => {
  const { is_open, opens_at, closes_at } = openAt(categories, at(local), MOSCOW)
  return { is_open, opens_at: opens_at?.toISOString() ?? null, closes_at: closes_at?.toISOString() ?? null }
}
const open = (until: string | null) => ({ is_open: true, opens_at: null, closes_at: until && at(until).toISOString() })
const shut = (until: string | null) => ({ is_open: false, opens_at: until && at(until).toISOString(), closes_at: null })

const OFFICE = workdays("09:00-13:00", "14:00-18:00")

describe("openAt", () => {
  it.each([
    ["a minute before it opens", "2026-11-23T08:59:59", shut("2026-11-23T09:00")],
    ["at the moment it opens", "2026-11-23T09:00:00", open("2026-11-23T13:00")],
    ["in its last second", "2026-11-23T12:59:59", open("2026-11-23T13:00")],
    ["at the moment it shuts", "2026-11-23T13:00:00", shut("2026-11-23T14:00")],
    ["in the evening", "2026-11-23T18:00:00", shut("2026-11-24T09:00")],
    ["on Friday evening", "2026-11-27T18:00:00", shut("2026-11-30T09:00")],
    ["on Sunday", "2026-11-29T12:00:00", shut("2026-11-30T09:00")],
  ])("tells by the clock of the supplier %s", (_title, local, expected) => {
    expect(told([OFFICE], local)).toEqual(expected)
  })

  it("restricts nobody whose categories carry no hours", () => {
    expect(told([], "2026-11-23T03:00")).toEqual(open(null))
  })

  it("takes the hours of all categories together, and what touches as one", () => {
    const evening = { ...workdays("18:00-22:00"), id: "ccat_2" }
    const lunch = { ...workdays("12:30-14:00"), id: "ccat_3" }
    expect(told([OFFICE, evening], "2026-11-23T17:00")).toEqual(open("2026-11-23T22:00"))
    expect(told([OFFICE, evening, lunch], "2026-11-23T09:30")).toEqual(open("2026-11-23T22:00"))
    expect(intervalsOn([OFFICE, evening, lunch], "2026-11-23")).toEqual([interval("09:00-22:00")])
  })

  it("goes on over midnight where one day ends at 24:00 and the next begins at 00:00", () => {
    const night = category({
      weekly: [
        { weekday: 1, intervals: [interval("20:00-24:00")] },
        { weekday: 2, intervals: [interval("00:00-06:00")] },
      ],
    })
    expect(told([night], "2026-11-23T23:59")).toEqual(open("2026-11-24T06:00"))
    expect(told([night], "2026-11-24T06:00")).toEqual(shut("2026-11-30T20:00"))
  })

  it("puts a date of its own in the place of the weekday, for the category that names it", () => {
    const exceptions = [
      { date: "2026-11-24", name: "Stocktaking", intervals: [] },
      { date: "2026-11-28", name: null, intervals: [interval("10:00-12:00")] },
    ]
    const office = category({ ...OFFICE.hours, exceptions })
    expect(told([office], "2026-11-23T18:00")).toEqual(shut("2026-11-25T09:00"))
    expect(told([office], "2026-11-27T18:00")).toEqual(shut("2026-11-28T10:00"))
    const other = { ...workdays("11:00-12:00"), id: "ccat_2" }
    expect(told([office, other], "2026-11-23T18:00")).toEqual(shut("2026-11-24T11:00"))
  })

  it("finds an opening on a date up to a year ahead and none beyond, and no closing beyond a week", () => {
    const once = (date: string) => category({ exceptions: [{ date, name: null, intervals: [interval("10:00-12:00")] }] })
    expect(told([once("2027-11-23")], "2026-11-23T10:00")).toEqual(shut("2027-11-23T10:00"))
    expect(told([once("2027-11-25")], "2026-11-23T10:00")).toEqual(shut(null))
    expect(told([category({})], "2026-11-23T10:00")).toEqual(shut(null))
    const always = category({ weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, intervals: [interval("00:00-24:00")] })) })
    expect(told([always], "2026-11-23T10:00")).toEqual(open(null))
  })

  it("follows the clock on the wall when it is changed", () => {
    const berlin = (texts: string[], moment: string) => {
      const every = category({ weekly: [{ weekday: 7, intervals: texts.map(interval) }] })
      const state = openAt([every], new Date(moment), "Europe/Berlin")
      return (state.opens_at ?? state.closes_at)?.toISOString()
    }
    // At 02:00 of March 29 it is 03:00: what opens at 02:30 opens then.
    expect(berlin(["02:30-05:00"], "2026-03-28T23:30:00Z")).toBe("2026-03-29T01:00:00.000Z")
    // At 03:00 of October 25 it is 02:00: what shuts at 02:30 shuts, opens and shuts again.
    expect(berlin(["00:00-02:30"], "2026-10-25T00:00:00Z")).toBe("2026-10-25T00:30:00.000Z")
    expect(berlin(["00:00-02:30"], "2026-10-25T00:45:00Z")).toBe("2026-10-25T01:00:00.000Z")
    expect(berlin(["00:00-02:30"], "2026-10-25T01:00:00Z")).toBe("2026-10-25T01:30:00.000Z")
  })
})

/** Ten days of each: with clocks going forward, back, by half an hour, and never. */
const WINDOWS = [
  { zone: MOSCOW, from: "2026-12-28T00:00:00Z" },
  { zone: "Europe/Berlin", from: "2026-03-25T00:00:00Z" },
  { zone: "Europe/Berlin", from: "2026-10-21T00:00:00Z" },
  { zone: "Australia/Lord_Howe", from: "2026-03-31T00:00:00Z" },
  { zone: "America/St_Johns", from: "2026-03-04T00:00:00Z" },
  { zone: "Asia/Kathmandu", from: "2026-06-01T00:00:00Z" },
].map(({ zone, from }) => ({ zone, clock: naiveClock(zone, new Date(from), 10) }))

const DAY = 24 * 60
const intervals = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: DAY }), fc.constantFrom(0, 60, 90, 120, 150, 180, DAY)), { maxLength: 6 })
  .map((edges) => {
    const sorted = edges.sort((a, b) => a - b)
    return sorted.flatMap((from, index) => {
      const to = sorted[index + 1]
      return index % 2 === 0 && to !== undefined ? [{ from: timeOfMinutes(from), to: timeOfMinutes(to) }] : []
    })
  })
const hoursIn = (dates: string[]) =>
  fc.record({
    weekly: fc.uniqueArray(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), intervals }), { selector: (day) => day.weekday }),
    exceptions: fc.uniqueArray(fc.record({ date: fc.constantFrom(...dates), name: fc.constant(null), intervals }), {
      selector: (day) => day.date,
      maxLength: 4,
    }),
  })

describe("openAt, compared minute by minute with a clock that is read anew each time", () => {
  it.each(WINDOWS.map((window) => [`${window.zone} from ${window.clock[0]?.date}`, window] as const))(
    "in %s",
    (_title, { zone, clock }) => {
      const dates = [...new Set(clock.map(({ date }) => date))]
      fc.assert(
        fc.property(
          fc.array(hoursIn(dates), { maxLength: 3 }),
          fc.integer({ min: 0, max: clock.length - DAY }),
          fc.integer({ min: 0, max: MINUTE - 1 }),
          (all, start, ms) => {
            const categories = all.map((hours, index) => category(hours, `ccat_${index}`))
            const isOpen = (index: number) => {
              const shown = clock[index]
              return all.length === 0 || (shown !== undefined && all.some((hours) => holds(hours, shown)))
            }
            const first = clock[start]
            if (!first) {
              throw new Error("The start lies within the window")
            }
            const state = openAt(categories, new Date(first.moment + ms), zone)
            expect(state.is_open).toBe(isOpen(start))
            expect(state.is_open ? state.opens_at : state.closes_at).toBeNull()
            const change = clock.findIndex((_shown, index) => index > start && isOpen(index) !== state.is_open)
            const found = state.is_open ? state.closes_at : state.opens_at
            const weekEnds = first.moment + 7 * DAY * MINUTE
            if (change !== -1 && (!state.is_open || (clock[change]?.moment ?? 0) < weekEnds)) {
              expect(found?.getTime()).toBe(clock[change]?.moment)
            } else if (found) {
              expect(found.getTime()).toBeGreaterThanOrEqual(Math.min(weekEnds, clock.at(-1)?.moment ?? 0))
            }
          }
        ),
        { numRuns: 150 }
      )
    }
  )
})

/** The rule as the README tells it, of one category and one reading of the clock. */
function holds({ weekly, exceptions }: TradingHours, { date, weekday, time }: { date: string; weekday: number; time: string }): boolean {
  const own = exceptions.filter((each) => each.date === date)
  const day = own.length > 0 ? own : weekly.filter((each) => each.weekday === weekday)
  return day.some((each) => each.intervals.some(({ from, to }) => from <= time && time < to))
}
