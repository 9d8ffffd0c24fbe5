import { z } from "@medusajs/framework/zod"

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

const clientCategorySchema = z.object({
  id: z.string(),
  name: z.string(),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
})

export const AdminClientCategoryResponse = z.object({ client_category: clientCategorySchema })
export const AdminClientCategoryListResponse = z.object({
  client_categories: z.array(clientCategorySchema),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
