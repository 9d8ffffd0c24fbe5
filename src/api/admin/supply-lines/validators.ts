import { z } from "@medusajs/framework/zod"
import { OPEN_STATES } from "../../../modules/supply/rules/move-supply"
import { localeParameter } from "../../locale-of"

const decimal = z.string().describe("Base units, exact decimal")

const filters = {
  warehouse_id: z.string().trim().min(1).max(64).optional(),
  from: z.iso.date().optional().describe("Expected on this day or later"),
  to: z.iso.date().optional().describe("Expected on this day or sooner"),
  q: z.string().trim().min(1).max(100).optional().describe("Part of an article, of a name or of the number of a supply"),
}

export const AdminListArrivals = z
  .object({
    ...filters,
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListArrivals = z.infer<typeof AdminListArrivals>

export const AdminArrivalsFile = z.object({ ...filters, locale: localeParameter }).strict()
export type AdminArrivalsFile = z.infer<typeof AdminArrivalsFile>

export const AdminArrivalListResponse = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      supply: z.object({ id: z.string(), number: z.string(), state: z.enum(OPEN_STATES) }),
      expected_on: z.string().nullable(),
      is_late: z.boolean().describe("The day is over: clients are told of it no more"),
      warehouse: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
      variant_id: z.string(),
      product_id: z.string().nullable(),
      article: z.string().nullable(),
      title: z.string(),
      variant_title: z.string().nullable(),
      quantity: decimal,
      arrived: decimal,
      promised: decimal,
      free: decimal,
      as_of: z.string(),
    })
  ),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
