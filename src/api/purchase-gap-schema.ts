import { z } from "@medusajs/framework/zod"
import { localeParameter } from "./locale-of"

/** What a client takes of each category that he sees, as dealers and staff are told. */
export const PurchaseGapsResponse = z.object({
  categories: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      parent_id: z.string().nullable(),
      entry_count: z.number().int().describe("Products that the client sees in the category and all below it"),
      bought_count: z.number().int(),
      never_count: z.number().int(),
    })
  ),
})
export type PurchaseGapsResponse = z.infer<typeof PurchaseGapsResponse>

/** What a file of products that were never bought is asked by. */
export const gapsFileQuery = {
  category_id: z.string().min(1).max(64).optional().describe("The category with all below it"),
  locale: localeParameter,
}
