import { z } from "@medusajs/framework/zod"
import { localeParameter } from "../../locale-of"
import { OPEN_STATES } from "../../../modules/supply/rules/move-supply"

const OFFSET_MAX = 1_000_000

const filters = {
  from: z.iso.date().optional().describe("Expected on this day or later; never before today"),
  to: z.iso.date().optional().describe("Expected on this day or sooner"),
  category_id: z.string().min(1).max(64).optional().describe("The category with all below it"),
  bought: z
    .enum(["true", "false"])
    .default("false")
    .transform((given) => given === "true")
    .describe(
      "Only what the legal entity of my contract has bought before, in orders that I may see; those that were cancelled bring nothing"
    ),
}

export const StoreListArrivals = z
  .object({
    ...filters,
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(OFFSET_MAX).default(0),
  })
  .strict()
export type StoreListArrivals = z.infer<typeof StoreListArrivals>

export const StoreArrivalsFile = z.object({ ...filters, locale: localeParameter }).strict()
export type StoreArrivalsFile = z.infer<typeof StoreArrivalsFile>

export const StoreArrivalsResponse = z.object({
  arrivals: z.array(
    z.object({
      expected_on: z.string(),
      state: z.enum(OPEN_STATES),
      warehouse: z.object({ id: z.string(), name: z.string() }).nullable().describe("Null = not known"),
      variant_id: z.string(),
      product_id: z.string().nullable(),
      article: z.string().nullable(),
      title: z.string(),
      variant_title: z.string().nullable(),
      free: z.string().describe("Base units that nobody was promised, exact decimal"),
      as_of: z.string().describe("When that was so, ISO 8601"),
    })
  ),
  count: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
})
export type StoreArrivalsResponse = z.infer<typeof StoreArrivalsResponse>
