/**
 * Dates of 1C. Written as ISO without a zone (local time of the 1C server), with one-digit hours ("T9:51:39"),
 * with a space, in the Russian order, or as the empty date 0001-01-01 that means "none".
 */
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:\d{2})?)?$/
const RUSSIAN = /^(\d{2})\.(\d{2})\.(\d{4})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/

interface Moment {
  day: string
  time: string
  /** "Z" or "+03:00" as written; empty when the sender gave none. */
  zone: string
}

function readMoment(raw: string): Moment | null {
  const text = raw.trim()
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso) {
    return moment(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6], iso[7])
  }
  const russian = RUSSIAN.exec(text)
  return russian && moment(russian[3], russian[2], russian[1], russian[4], russian[5], russian[6])
}

function moment(year = "", month = "", day = "", hour = "00", minute = "00", second = "00", zone = ""): Moment | null {
  const date = `${year}-${month}-${day}`
  const time = `${hour.padStart(2, "0")}:${minute}:${second}`
  return Number(year) > 1 && isCalendarMoment(date, time) ? { day: date, time, zone } : null
}

/** Refuses 31 February, which `Date` would move to March. */
function isCalendarMoment(day: string, time: string): boolean {
  const parsed = new Date(`${day}T${time}Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(`${day}T${time}`)
}

/** Calendar day `YYYY-MM-DD`; null when unreadable or empty. */
export function parseDay(raw: string): string | null {
  return readMoment(raw)?.day ?? null
}

/** `YYYY-MM-DDThh:mm:ss`, with the zone only when the sender gave one; null when unreadable or empty. */
export function parseMoment(raw: string): string | null {
  const read = readMoment(raw)
  return read && `${read.day}T${read.time}${read.zone}`
}
