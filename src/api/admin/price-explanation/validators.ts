import { z } from "@medusajs/framework/zod"
import { priceQuantity } from "../../price-explanation-schema"

export const AdminPriceExplanationQuery = z
  .object({ contract_id: z.string().min(1).max(64), variant_id: z.string().min(1).max(64), quantity: priceQuantity })
  .strict()
export type AdminPriceExplanationQuery = z.infer<typeof AdminPriceExplanationQuery>
