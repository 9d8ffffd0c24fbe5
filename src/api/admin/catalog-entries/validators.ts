import { z } from "@medusajs/framework/zod"

export const AdminCatalogEntriesQuery = z
  .object({
    q: z.string().trim().max(100).default("").describe("Article, SKU or words of the name"),
    product_id: z.string().min(1).max(64).optional().describe("Variants of one product; `q` is not looked at then"),
    variant_id: z.string().min(1).max(64).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminCatalogEntriesQuery = z.infer<typeof AdminCatalogEntriesQuery>

export const AdminCatalogEntriesResponse = z.object({
  catalog_entries: z.array(
    z.object({
      variant_id: z.string(),
      product_id: z.string(),
      article: z.string().nullable(),
      title: z.string(),
      variant_title: z.string().nullable(),
    })
  ),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export type AdminCatalogEntriesResponse = z.infer<typeof AdminCatalogEntriesResponse>
