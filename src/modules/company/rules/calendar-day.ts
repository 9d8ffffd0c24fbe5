/** The calendar day of a moment in a time zone (IANA name), as YYYY-MM-DD. Throws a RangeError for an unknown zone. */
export function calendarDay(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(moment)
}
