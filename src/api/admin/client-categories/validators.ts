import { z } from "@medusajs/framework/zod"
import { openStateShape, tradingHoursSchema } from "../../trading-hours-schema"

export const AdminListClientCategories = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListClientCategories = z.infer<typeof AdminListClientCategories>

export const AdminSaveClientCategory = z.object({ name: z.string().trim().min(1).max(200) }).strict()
export type AdminSaveClientCategory = z.infer<typeof AdminSaveClientCategory>

export const AdminSetTradingHours = z
  .object({
    trading_hours: tradingHoursSchema.nullable().describe("Null: the category says nothing of hours"),
    updated_at: z.string().min(1).max(40).nullable().default(null).describe("`updated_at` of the category that the change is made to"),
  })
  .strict()
export type AdminSetTradingHours = z.infer<typeof AdminSetTradingHours>

const clientCategorySchema = z.object({
  id: z.string(),
  name: z.string(),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
  has_trading_hours: z.boolean().describe("Whether it carries hours outside of which its clients place no orders"),
})

export const AdminClientCategoryResponse = z.object({ client_category: clientCategorySchema })
const clientCategoryCard = clientCategorySchema.omit({ has_trading_hours: true }).extend({
  trading_hours: tradingHoursSchema.nullable().describe("When its clients may place orders; null = it says nothing of that"),
  client_count: z.number().int().describe("Legal entities in it"),
  updated_at: z.string(),
  now: z
    .object({ ...openStateShape, time_zone: z.string(), local_time: z.string().describe("YYYY-MM-DDTHH:MM") })
    .describe("By its own hours alone: a client of several categories may order whenever any of them is open"),
})
export const AdminClientCategoryCardResponse = z.object({ client_category: clientCategoryCard })

export const AdminClientCategoryListResponse = z.object({
  client_categories: z.array(clientCategorySchema),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
