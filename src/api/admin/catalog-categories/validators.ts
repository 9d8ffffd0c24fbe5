import { z } from "@medusajs/framework/zod"
import { CATEGORY_TYPES } from "../../../modules/catalog/rules/category-tree"

export const AdminPutCatalogCategory = z
  .object({
    type: z.enum(CATEGORY_TYPES).describe("Whether its goods are sold from stock or ordered beforehand"),
    label: z.string().trim().min(1).max(40).nullable().default(null).describe("A word beside its name, such as «Новинка»"),
  })
  .strict()
export type AdminPutCatalogCategory = z.infer<typeof AdminPutCatalogCategory>

export const AdminCatalogCategoryResponse = z.object({
  catalog_category: z.object({ id: z.string(), type: z.enum(CATEGORY_TYPES), label: z.string().nullable() }),
})
export type AdminCatalogCategoryResponse = z.infer<typeof AdminCatalogCategoryResponse>
