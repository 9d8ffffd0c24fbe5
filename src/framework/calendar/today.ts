import { calendarDay } from "./calendar-day"

/** Days of contracts and prices are days of the supplier, wherever the server stands. */
const TIME_ZONE = process.env.KONTOR_TIME_ZONE ?? "Europe/Moscow"

/** The supplier's calendar day, YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  return calendarDay(now, TIME_ZONE)
}
