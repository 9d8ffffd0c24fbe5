import type { TimeInterval, TradingHours } from "./trading-hours"

/** What the log keeps of hours: a day a field, "weekday_1" for Monday, and the dates that are otherwise. A day that is shut is told by no interval. */
export function hoursInWords({ weekly, exceptions }: TradingHours): Record<string, string | string[]> {
  const days = weekly.map(({ weekday, intervals }) => [`weekday_${weekday}`, inWords(intervals)] as const)
  const dates = exceptions.map(({ date, name, intervals }) => [date, name, inWords(intervals)].filter(Boolean).join(" "))
  return { ...Object.fromEntries(days), ...(dates.length > 0 ? { dates } : {}) }
}

function inWords(intervals: readonly TimeInterval[]): string {
  return intervals.length === 0 ? "–" : intervals.map(({ from, to }) => `${from}–${to}`).join(" ")
}
