import { calendarDay } from "./calendar-day"

/** IANA name of the supplier's time zone: days of contracts and prices are days of his, wherever the server stands. */
export const SUPPLIER_TIME_ZONE = process.env.KONTOR_TIME_ZONE ?? "Europe/Moscow"

/** The supplier's calendar day, YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  return calendarDay(now, SUPPLIER_TIME_ZONE)
}
