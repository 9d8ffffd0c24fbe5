/** What the reader of the log has chosen; empty where he has not. `action` is the beginning of names, e.g. "order.". Days are "2026-11-22". */
export interface AuditFilters {
  q: string
  action: string
  from: string
  to: string
}

/** Fewer letters are in every entry. */
const SEARCH_MIN = 2

/** The query of the log. Days are those of the reader; the last one is included. */
export function auditQuery({ q, action, from, to }: AuditFilters): Record<string, string> {
  const asked = { q: q.trim().length >= SEARCH_MIN ? q.trim() : "", action, from: startOfDay(from), to: startOfDay(to, 1) }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""))
}

/**
 * The moment at which a day begins, or one that is so many days later: by the calendar, since the day on which clocks change has not 24 hours.
 * Empty for what is no day, e.g. a year of five digits while it is being typed.
 */
function startOfDay(day: string, later = 0): string {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00` : NaN)
  date.setDate(date.getDate() + later)
  return Number.isNaN(date.getTime()) ? "" : date.toISOString()
}
