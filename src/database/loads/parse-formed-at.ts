/** Earliest moment believed: 1C writes 0001-01-01 for "unknown". */
const EARLIEST = Date.UTC(2000, 0, 1)

/**
 * The moment at which a package was formed. 1C writes local time without a zone, so the zone of the installation holds; a text that
 * names a zone is taken by its word. Null for what is unreadable or before the year 2000.
 */
export function parseFormedAt(text: string | null, timeZone: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text ?? "")
  if (!match) {
    return null
  }
  const [, day, time = "00:00:00", zone] = match
  const read = new Date(`${day}T${time}${zone ?? "Z"}`)
  if (Number.isNaN(read.getTime()) || read.getTime() < EARLIEST) {
    return null
  }
  return zone ? read : new Date(read.getTime() - offsetMs(read, timeZone))
}

/** How far the zone's clock is ahead of UTC at that moment. */
function offsetMs(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment)
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value)
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - moment.getTime()
}
