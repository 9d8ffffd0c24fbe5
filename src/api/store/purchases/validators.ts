import { z } from "@medusajs/framework/zod"
import { PURCHASE_SORTS } from "../../../database/purchases/purchases"
import { gapsFileQuery } from "../../purchase-gap-schema"
import { StoreCatalogResponse } from "../catalog/validators"

export const StoreListPurchases = z
  .object({
    category_id: z.string().min(1).max(64).optional().describe("The category with all below it"),
    sort: z.enum(PURCHASE_SORTS).default("last").describe("Ordered last, in the most orders, or the most of it first"),
    limit: z.coerce.number().int().min(1).max(100).default(24),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListPurchases = z.infer<typeof StoreListPurchases>

export const StorePurchasesResponse = StoreCatalogResponse.omit({ corrected_to: true, next_cursor: true, entries: true }).extend({
  purchases: z.array(
    z.object({
      last_ordered_at: z.string().describe("ISO 8601"),
      orders: z.number().int(),
      quantity: z.string().describe("Base units of all orders together, exact decimal"),
      entry: StoreCatalogResponse.shape.entries.element,
    })
  ),
})
export type StorePurchasesResponse = z.infer<typeof StorePurchasesResponse>

export const StoreGapsFile = z.object(gapsFileQuery).strict()
export type StoreGapsFile = z.infer<typeof StoreGapsFile>
