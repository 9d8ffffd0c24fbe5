const MINUTE_MS = 60_000

/** Minutes of a whole day. */
export const DAY_MINUTES = 24 * 60

const formatters = new Map<string, Intl.DateTimeFormat>()

/** A formatter is a hundred times as dear to make as to ask. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) {
    return known
  }
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" })
  formatters.set(timeZone, made)
  return made
}

/**
 * Minutes that clocks of a time zone (IANA name) are ahead of UTC at a moment, told in whole minutes since 1970. Throws a RangeError for an unknown
 * zone.
 */
export function minutesAhead(utcMinute: number, timeZone: string): number {
  const shown = formatterOf(timeZone).format(utcMinute * MINUTE_MS)
  return Date.parse(`${shown.replace(" ", "T")}Z`) / MINUTE_MS - utcMinute
}

/** What clocks show, told in minutes since 1970 as if they were in UTC: the day since 1970-01-01, and the minutes since midnight. */
export function shownAt(shownMinute: number): { day: number; minute: number } {
  const day = Math.floor(shownMinute / DAY_MINUTES)
  return { day, minute: shownMinute - day * DAY_MINUTES }
}

/** The day of so many days since 1970-01-01, YYYY-MM-DD. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MINUTES * MINUTE_MS).toISOString().slice(0, 10)
}

/** 1 = Monday … 7 = Sunday. The first of January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Whole days since 1970-01-01 of YYYY-MM-DD. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / (DAY_MINUTES * MINUTE_MS)
}

/** The whole minute that a moment lies in, since 1970. */
export function minuteOf(moment: Date): number {
  return Math.floor(moment.getTime() / MINUTE_MS)
}

/** The moment at which a minute begins. */
export function momentOf(utcMinute: number): Date {
  return new Date(utcMinute * MINUTE_MS)
}
