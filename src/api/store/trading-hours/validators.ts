import { z } from "@medusajs/framework/zod"
import { localeParameter } from "../../locale-of"
import { intervalsSchema, openStateShape } from "../../trading-hours-schema"

export const StoreTradingHoursQuery = z
  .object({
    legal_entity_id: z.string().min(1).max(64).optional().describe("Whose hours; that of the active contract where it is left out"),
    locale: localeParameter,
  })
  .strict()
export type StoreTradingHoursQuery = z.infer<typeof StoreTradingHoursQuery>

export const StoreTradingHoursResponse = z.object({
  trading_hours: z.object({
    legal_entity_id: z.string(),
    is_restricted: z.boolean().describe("False: orders are taken at any time"),
    ...openStateShape,
    text: z.string().describe("The same in words"),
    time_zone: z.string().describe("IANA name of the supplier's; days and times are as clocks there show them"),
    local_time: z.string().describe("YYYY-MM-DDTHH:MM"),
    days: z
      .array(
        z.object({
          date: z.string().describe("YYYY-MM-DD"),
          weekday: z.number().int().describe("1 = Monday"),
          intervals: intervalsSchema,
          names: z.array(z.string()).describe("What day it is, where it is not as its weekday is"),
        })
      )
      .describe("Today and the 13 days after it; empty where orders are taken at any time"),
  }),
})
