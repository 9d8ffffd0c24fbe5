import { type CategoryHours, minutesOfTime, timeOfMinutes, type TimeInterval } from "./trading-hours"
import { DAY_MINUTES, dateOf, dayOf, minuteOf, minutesAhead, momentOf, shownAt, weekdayOf } from "./wall-clock"

/** When what is open shuts is looked for a week ahead; when what is shut opens, a year: beyond that nobody waits for it. */
const SHUTS_WITHIN = 7 * DAY_MINUTES
const OPENS_WITHIN = 366 * DAY_MINUTES

export interface OpenState {
  is_open: boolean
  /** The next moment at which orders are taken again; null while they are, and where that is more than a year ahead. */
  opens_at: Date | null
  /** The moment from which orders are not taken any more; null while they are not, and where they are for another week at least. */
  closes_at: Date | null
}

/** Minutes since midnight as clocks show them; `from` belongs to it, `to` does not. */
interface Span {
  from: number
  to: number
}

/**
 * Whether orders are taken at a moment, and when that changes. Several categories of one client: whenever any of them is open. No category at all
 * = always open. The clock on the wall decides: an hour that is left out when clocks go forward never is, one that comes twice counts twice.
 *
 * @param timeZone IANA name of the supplier's
 */
export function openAt(categories: readonly CategoryHours[], moment: Date, timeZone: string): OpenState {
  if (categories.length === 0) {
    return { is_open: true, opens_at: null, closes_at: null }
  }
  const now = minuteOf(moment)
  const is_open = isOpen(categories, now, timeZone)
  const changes = changeAfter(categories, { now, is_open, timeZone })
  return { is_open, opens_at: is_open ? null : changes, closes_at: is_open ? changes : null }
}

/** The intervals of a day (YYYY-MM-DD) in which orders are taken, in order; what touches is one. */
export function intervalsOn(categories: readonly CategoryHours[], date: string): TimeInterval[] {
  return spansOn(categories, dayOf(date)).map(({ from, to }) => ({ from: timeOfMinutes(from), to: timeOfMinutes(to) }))
}

/** The first moment after `now` at which it is otherwise. Goes from one edge of an interval, or of a day, to the next. */
function changeAfter(
  categories: readonly CategoryHours[],
  { now, is_open, timeZone }: { now: number; is_open: boolean; timeZone: string }
): Date | null {
  const end = now + (is_open ? SHUTS_WITHIN : OPENS_WITHIN)
  let at = now
  while (at < end) {
    at = nextEdge(categories, at, timeZone)
    if (isOpen(categories, at, timeZone) !== is_open) {
      return momentOf(at)
    }
  }
  return null
}

/** The next minute at which clocks show the edge of an interval, or a new day, or at which they are changed. */
function nextEdge(categories: readonly CategoryHours[], at: number, timeZone: string): number {
  const ahead = minutesAhead(at, timeZone)
  const { day, minute } = shownAt(at + ahead)
  const edges = spansOn(categories, day).flatMap(({ from, to }) => [from, to])
  const next = Math.min(DAY_MINUTES, ...edges.filter((edge) => edge > minute))
  const edge = at + next - minute
  return minutesAhead(edge, timeZone) === ahead ? edge : clockChange(at, edge, timeZone)
}

/** The minute, after `from` and up to `to`, at which clocks are changed: they are before it as at `from`. */
function clockChange(from: number, to: number, timeZone: string): number {
  const ahead = minutesAhead(from, timeZone)
  let [before, after] = [from, to]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (minutesAhead(middle, timeZone) === ahead) {
      before = middle
    } else {
      after = middle
    }
  }
  return after
}

function isOpen(categories: readonly CategoryHours[], at: number, timeZone: string): boolean {
  const { day, minute } = shownAt(at + minutesAhead(at, timeZone))
  return spansOn(categories, day).some(({ from, to }) => from <= minute && minute < to)
}

/** A date of its own stands in the place of the weekday, for the category that names it alone. */
function spansOn(categories: readonly CategoryHours[], day: number): Span[] {
  const [date, weekday] = [dateOf(day), weekdayOf(day)]
  const spans = categories.flatMap(({ hours: { weekly, exceptions } }) => {
    const { intervals = [] } = exceptions.find((each) => each.date === date) ?? weekly.find((each) => each.weekday === weekday) ?? {}
    return intervals.map(({ from, to }) => ({ from: minutesOfTime(from), to: minutesOfTime(to) }))
  })
  return joined(spans)
}

function joined(spans: Span[]): Span[] {
  const found: Span[] = []
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to)
    } else {
      found.push({ from, to })
    }
  }
  return found
}
