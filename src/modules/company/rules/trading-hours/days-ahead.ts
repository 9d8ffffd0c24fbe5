import { intervalsOn } from "./open-at"
import type { CategoryHours, TimeInterval } from "./trading-hours"
import { dateOf, minuteOf, minutesAhead, shownAt, weekdayOf } from "./wall-clock"

/** As far as a dealer plans, and one holiday lasts. */
const DAYS = 14

export interface DayAhead {
  /** YYYY-MM-DD */
  date: string
  weekday: number
  intervals: TimeInterval[]
  /** What day it is, where a category tells it apart. */
  names: string[]
}

/** The hours of today and of the days after it, as clocks of a time zone show them; none where no category carries hours. */
export function daysAhead(categories: readonly CategoryHours[], moment: Date, timeZone: string): DayAhead[] {
  const at = minuteOf(moment)
  const { day: today } = shownAt(at + minutesAhead(at, timeZone))
  const days = categories.length === 0 ? [] : Array.from({ length: DAYS }, (_, index) => today + index)
  return days.map((day) => {
    const date = dateOf(day)
    const told = categories.flatMap(({ hours }) => hours.exceptions.find((each) => each.date === date)?.name ?? [])
    return { date, weekday: weekdayOf(day), intervals: intervalsOn(categories, date), names: [...new Set(told)] }
  })
}
