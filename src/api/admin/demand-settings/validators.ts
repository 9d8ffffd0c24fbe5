import { z } from "@medusajs/framework/zod"
import { DEMAND_ALLOWED } from "../../../modules/supply/rules/demand-allowed"

export const AdminNoDemandSettingQuery = z.object({}).strict()

const percent = z
  .string()
  .trim()
  .transform((given) => given.replace(",", "."))
  .refine(
    (given) => /^\d{1,3}(\.\d{1,2})?$/.test(given) && Number(given) > 0 && Number(given) <= 100,
    "must be a percent above 0, 100 at most"
  )

const allowed = z.enum(DEMAND_ALLOWED).describe("Where goods may be ordered beyond stock: nowhere, in categories of pre-order, everywhere")

export const AdminSetDemand = z
  .object({
    allowed,
    share_percent: percent.nullable().describe("Of a supply line that one legal entity may be promised; null = all of it"),
  })
  .strict()
export type AdminSetDemand = z.infer<typeof AdminSetDemand>

export const AdminDemandSettingResponse = z.object({ demand_setting: z.object({ allowed, share_percent: z.string().nullable() }) })
