interface Calendar {
  formatter: Intl.DateTimeFormat
  /** The last second that was asked for, and its day. */
  second: number
  day: string
}

/** A formatter costs 0.3 ms to make and 0.03 to ask; every store request asks for the day twice, and an installation has one zone. */
const calendars = new Map<string, Calendar>()

/** The calendar day of a moment in a time zone (IANA name), as YYYY-MM-DD. Throws a RangeError for an unknown zone. */
export function calendarDay(moment: Date, timeZone: string): string {
  let calendar = calendars.get(timeZone)
  if (!calendar) {
    const formatter = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
    calendar = { formatter, second: Number.NaN, day: "" }
    calendars.set(timeZone, calendar)
  }
  const second = Math.floor(moment.getTime() / 1000)
  if (second !== calendar.second) {
    calendar.day = calendar.formatter.format(moment)
    calendar.second = second
  }
  return calendar.day
}
