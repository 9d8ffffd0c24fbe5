/** Wall-clock day and time of a moment in one zone, as 1C writes them. */
export interface LocalMoment {
  /** YYYY-MM-DD */
  day: string
  /** hh:mm:ss */
  time: string
}

/** The moment as a clock in `timeZone` (IANA name) shows it; 1C keeps local time without a zone. */
export function localMoment(moment: Date, timeZone: string): LocalMoment {
  // The Swedish locale writes dates as ISO does: "2026-01-31 10:00:00".
  const [day = "", time = ""] = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" })
    .format(moment)
    .split(" ")
  return { day, time }
}
