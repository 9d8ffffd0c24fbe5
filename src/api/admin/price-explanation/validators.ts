import { z } from "@medusajs/framework/zod"
import { localeParameter } from "../../locale-of"
import { priceQuantity } from "../../price-explanation-schema"

export const AdminPriceExplanationQuery = z
  .object({
    contract_id: z.string().min(1).max(64),
    variant_id: z.string().min(1).max(64),
    quantity: priceQuantity,
    day: z.iso.date().optional().describe("Day of the supplier; today when left out"),
    locale: localeParameter,
  })
  .strict()
export type AdminPriceExplanationQuery = z.infer<typeof AdminPriceExplanationQuery>
