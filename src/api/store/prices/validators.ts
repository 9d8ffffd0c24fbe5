import { z } from "@medusajs/framework/zod"
import { localeParameter } from "../../locale-of"
import { priceQuantity } from "../../price-explanation-schema"

export const StoreExplainPriceQuery = z
  .object({ variant_id: z.string().min(1).max(64), quantity: priceQuantity, locale: localeParameter })
  .strict()
export type StoreExplainPriceQuery = z.infer<typeof StoreExplainPriceQuery>
