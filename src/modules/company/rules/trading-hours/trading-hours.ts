/** A part of a day as clocks of the supplier show it, HH:MM; `from` belongs to it, `to` does not. It may end at 24:00 and never goes over midnight. */
export interface TimeInterval {
  from: string
  to: string
}

export interface WeekdayHours {
  /** 1 = Monday … 7 = Sunday. */
  weekday: number
  intervals: TimeInterval[]
}

/** One date that is not as its weekday is. */
export interface DateHours {
  /** YYYY-MM-DD */
  date: string
  /** What day it is, such as a holiday, for people. */
  name: string | null
  /** None = orders are not taken that day. */
  intervals: TimeInterval[]
}

/** When clients of a category may place orders. A weekday that is left out is shut. */
export interface TradingHours {
  weekly: WeekdayHours[]
  exceptions: DateHours[]
}

/** A category of clients that carries hours. */
export interface CategoryHours {
  id: string
  name: string
  hours: TradingHours
}

export const INTERVALS_MAX = 6
export const EXCEPTIONS_MAX = 200
export const DATE_NAME_MAX = 100

/** HH:MM; 24:00 too, which an interval may end at. */
export const TIME_PATTERN = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/

/** Minutes since midnight of HH:MM. */
export function minutesOfTime(time: string): number {
  const [hours = "", minutes = ""] = time.split(":")
  return Number(hours) * 60 + Number(minutes)
}

/** HH:MM of minutes since midnight. */
export function timeOfMinutes(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":")
}

/** What is wrong with the intervals of one day, in words for the API; null = nothing. Two that touch do not overlap. */
export function intervalsFault(intervals: readonly TimeInterval[]): string | null {
  const backwards = intervals.find(({ from, to }) => from >= to)
  if (backwards) {
    return `${backwards.from}–${backwards.to} ends before it begins; what goes over midnight is two intervals of two days`
  }
  const sorted = inOrder(intervals)
  const overlapped = sorted.findIndex(({ to }, index) => to > (sorted[index + 1]?.from ?? to))
  const [first, second] = overlapped === -1 ? [] : sorted.slice(overlapped)
  return first && second ? `${first.from}–${first.to} overlaps ${second.from}–${second.to}` : null
}

/** The same hours as they are kept: days and intervals in order, and no weekday without intervals. */
export function settledHours({ weekly, exceptions }: TradingHours): TradingHours {
  return {
    weekly: weekly
      .filter(({ intervals }) => intervals.length > 0)
      .sort((a, b) => a.weekday - b.weekday)
      .map(({ weekday, intervals }) => ({ weekday, intervals: inOrder(intervals) })),
    exceptions: [...exceptions]
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ date, name, intervals }) => ({ date, name, intervals: inOrder(intervals) })),
  }
}

/** Times of one length compare as text. */
function inOrder(intervals: readonly TimeInterval[]): TimeInterval[] {
  return intervals.map(({ from, to }) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1))
}
