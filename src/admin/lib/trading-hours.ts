/** HH:MM as clocks of the supplier show it. */
export interface TimeInterval {
  from: string
  to: string
}

export interface TradingHours {
  /** 1 = Monday. */
  weekly: { weekday: number; intervals: TimeInterval[] }[]
  exceptions: { date: string; name: string | null; intervals: TimeInterval[] }[]
}

export interface ClientCategoryCard {
  id: string
  name: string
  source: "erp" | "portal"
  trading_hours: TradingHours | null
  client_count: number
  updated_at: string
  now: { is_open: boolean; opens_at: string | null; closes_at: string | null; time_zone: string; local_time: string }
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** As many as a day may have. */
const INTERVALS_MAX = 6

/** What a form is begun with where there are no hours yet. */
const OFFICE = "09:00–18:00"

/** A date as it is typed. */
export interface TypedDate {
  /** Tells the rows of the form apart. */
  key: number
  date: string
  name: string
  text: string
}

export interface HoursForm {
  /** By weekday, from Monday; an empty one is shut. */
  week: string[]
  dates: TypedDate[]
}

/** The intervals of a day as they are typed and read: "09:00–13:00, 14:00–18:00". */
export const intervalsText = (intervals: readonly TimeInterval[]): string => intervals.map(({ from, to }) => `${from}–${to}`).join(", ")

const INTERVAL = /^(\d{1,2})(?:[:.](\d\d))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d\d))?$/

/** What was typed for a day, such as "9-13, 14:00–18:30"; nothing typed is a day that is shut. Null where it is not understood, or cannot be. */
export function readIntervals(text: string): TimeInterval[] | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const read = parts.flatMap((part) => {
    const [, fromHour, fromMinute, toHour, toMinute] = INTERVAL.exec(part) ?? []
    const from = timeOf(fromHour, fromMinute)
    const to = timeOf(toHour, toMinute)
    return from !== null && to !== null && from < to ? [{ from, to }] : []
  })
  const sorted = read.sort((a, b) => (a.from < b.from ? -1 : 1))
  const areApart = sorted.every(({ from }, index) => from >= (sorted[index - 1]?.to ?? from))
  return read.length === parts.length && parts.length <= INTERVALS_MAX && areApart ? sorted : null
}

function timeOf(hour: string | undefined, minute = "00"): string | null {
  const time = `${(hour ?? "").padStart(2, "0")}:${minute}`
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null
}

export function formOf(hours: TradingHours | null): HoursForm {
  const week = WEEKDAYS.map((weekday) => {
    if (!hours) {
      return weekday <= 5 ? OFFICE : ""
    }
    return intervalsText(hours.weekly.find((day) => day.weekday === weekday)?.intervals ?? [])
  })
  const dates = (hours?.exceptions ?? []).map(({ date, name, intervals }, key) => ({
    ...{ key, date, name: name ?? "", text: intervalsText(intervals) },
  }))
  return { week, dates }
}

/** What is sent; null while something is missing or not understood. */
export function hoursOf({ week, dates }: HoursForm): TradingHours | null {
  const weekly = week.map((text, index) => ({ weekday: index + 1, intervals: readIntervals(text) }))
  const exceptions = dates.map(({ date, name, text }) => ({ date, name: name.trim() || null, intervals: readIntervals(text) }))
  const areDatesTold = dates.every(({ date }) => date !== "") && new Set(dates.map(({ date }) => date)).size === dates.length
  const days = weekly.flatMap(({ weekday, intervals }) => (intervals ? [{ weekday, intervals }] : []))
  const told = exceptions.flatMap(({ intervals, ...day }) => (intervals ? [{ ...day, intervals }] : []))
  return areDatesTold && days.length === weekly.length && told.length === exceptions.length ? { weekly: days, exceptions: told } : null
}

/** The name of a weekday in the language of the reader. */
export function weekdayName(weekday: number, language: string): string {
  const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, weekday)))
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** A moment as clocks of the supplier show it. */
export const formatMoment = (moment: string, timeZone: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    ...{ timeZone, weekday: "long", day: "numeric", month: "long" },
    ...{ hour: "2-digit", minute: "2-digit" },
  }).format(new Date(moment))
