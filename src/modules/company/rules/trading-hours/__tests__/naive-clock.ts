const MINUTE = 60_000
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

export interface Reading {
  /** Of the minute's beginning, ms since 1970. */
  moment: number
  date: string
  weekday: number
  /** HH:MM */
  time: string
}

/** What a clock of the zone shows in each minute of some days: asked minute by minute, in parts, with nothing reckoned. */
export function naiveClock(timeZone: string, from: Date, days: number): Reading[] {
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", weekday: "short" },
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
  })
  return Array.from({ length: days * 24 * 60 }, (_, index) => {
    const moment = from.getTime() + index * MINUTE
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]))
    return {
      moment,
      date: `${parts["year"]}-${parts["month"]}-${parts["day"]}`,
      weekday: WEEKDAYS.indexOf(parts["weekday"] ?? "") + 1,
      time: `${parts["hour"]}:${parts["minute"]}`,
    }
  })
}
