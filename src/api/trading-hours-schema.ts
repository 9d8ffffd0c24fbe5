import { z } from "@medusajs/framework/zod"
import {
  DATE_NAME_MAX,
  EXCEPTIONS_MAX,
  INTERVALS_MAX,
  intervalsFault,
  TIME_PATTERN,
} from "../modules/company/rules/trading-hours/trading-hours"

const WEEKDAYS = 7

const time = z.string().regex(TIME_PATTERN, "must be a time such as 09:00")
const interval = z.object({ from: time, to: time.describe("Not of it; 24:00 for the end of the day") }).strict()

export const intervalsSchema = z
  .array(interval)
  .max(INTERVALS_MAX)
  .superRefine((intervals, context) => {
    const fault = intervalsFault(intervals)
    if (fault !== null) {
      context.addIssue({ code: "custom", message: fault })
    }
  })
  .describe("HH:MM as clocks of the supplier show it; none = orders are not taken")

const date = z.iso.date().describe("YYYY-MM-DD")

/** Hours as staff give them to a category, and read them. */
export const tradingHoursSchema = z
  .object({
    weekly: z
      .array(z.object({ weekday: z.number().int().min(1).max(WEEKDAYS).describe("1 = Monday"), intervals: intervalsSchema }).strict())
      .max(WEEKDAYS)
      .refine((days) => areUnlike(days.map(({ weekday }) => weekday)), "tells a weekday twice")
      .describe("A weekday that is left out is shut"),
    exceptions: z
      .array(
        z
          .object({
            date,
            name: z.string().trim().min(1).max(DATE_NAME_MAX).nullable().default(null).describe("What day it is, such as a holiday"),
            intervals: intervalsSchema,
          })
          .strict()
      )
      .max(EXCEPTIONS_MAX)
      .refine((days) => areUnlike(days.map((day) => day.date)), "tells a date twice")
      .default([])
      .describe("Dates that are not as their weekdays are"),
  })
  .strict()

/** Whether orders are taken now, and when that changes. */
export const openStateShape = {
  is_open: z.boolean(),
  opens_at: z.coerce.string().nullable().describe("ISO 8601; null while it is open, and where it opens in more than a year"),
  closes_at: z.coerce.string().nullable().describe("ISO 8601; null while it is shut, and where it stays open for a week at least"),
}

function areUnlike(values: unknown[]): boolean {
  return new Set(values).size === values.length
}
