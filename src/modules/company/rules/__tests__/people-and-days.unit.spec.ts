import { calendarDay } from "@kontor/framework"
import { splitPersonName } from "../person-name"
import { isTokenStale } from "../token-stale"

describe("calendarDay", () => {
  it.each([
    ["just before midnight in Moscow", "2026-03-09T20:59:59Z", "2026-03-09"],
    ["at midnight in Moscow, still evening in Greenwich", "2026-03-09T21:00:00Z", "2026-03-10"],
  ])("changes %s", (_title, moment, day) => {
    expect(calendarDay(new Date(moment), "Europe/Moscow")).toBe(day)
  })

  it("refuses a zone that does not exist", () => {
    expect(() => calendarDay(new Date(0), "Europe/Nowhere")).toThrow(RangeError)
  })
})

describe("isTokenStale", () => {
  const validFrom = new Date("2026-03-10T12:00:00.500Z")
  const second = validFrom.getTime() / 1000 - 0.5

  it.each([
    ["accepts any token while nothing was withdrawn", second, null, false],
    ["refuses a token of an earlier second", second - 1, validFrom, true],
    ["refuses a token of the very second of the withdrawal", second, validFrom, true],
    ["accepts a token of the next second", second + 1, validFrom, false],
    ["refuses a token without a date once something was withdrawn", undefined, validFrom, true],
  ])("%s", (_title, issuedAt, from, stale) => {
    expect(isTokenStale(issuedAt, from)).toBe(stale)
  })
})

describe("splitPersonName", () => {
  it.each([
    ["Иван Петров", { first_name: "Иван", last_name: "Петров" }],
    ["  Анна  Мария Ремарк ", { first_name: "Анна", last_name: "Мария Ремарк" }],
    ["Сократ", { first_name: "Сократ", last_name: "" }],
  ])("splits %s after the first word", (name, parts) => {
    expect(splitPersonName(name)).toEqual(parts)
  })
})
