import { z } from "@medusajs/framework/zod"
import { CATEGORY_TYPES } from "../../../modules/catalog/rules/category-tree"

export const AdminPutCatalogCategory = z
  .object({
    type: z.enum(CATEGORY_TYPES).describe("Whether its goods are sold from stock or ordered beforehand"),
    label: z.string().trim().min(1).max(40).nullable().default(null).describe("A word beside its name, such as «Новинка»"),
  })
  .strict()
export type AdminPutCatalogCategory = z.infer<typeof AdminPutCatalogCategory>

const OFFSET_MAX = 1_000_000
const id = z.string().trim().min(1).max(64)

export const AdminListCatalogCategories = z
  .object({
    parent_id: id.optional().describe("Whose children are listed; the roots without one"),
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name, wherever in the tree"),
    id: id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
    offset: z.coerce.number().int().min(0).max(OFFSET_MAX).default(0),
  })
  .strict()
export type AdminListCatalogCategories = z.infer<typeof AdminListCatalogCategories>

export const AdminMoveCatalogCategory = z
  .object({
    parent_id: id.nullable().describe("Null = to the root"),
    before_id: id.nullable().default(null).describe("The child of the parent before which it is put; null = behind all"),
  })
  .strict()
export type AdminMoveCatalogCategory = z.infer<typeof AdminMoveCatalogCategory>

const branch = z.object({
  id: z.string(),
  name: z.string(),
  parent_id: z.string().nullable(),
  path: z.array(z.string()).describe("Names of the categories above it, the root first"),
  is_visible: z.boolean().describe("Whether dealers see it, as far as it depends on it alone"),
  is_inbox: z.boolean().describe("Goods of groups without a place wait in it"),
  type: z.enum(CATEGORY_TYPES),
  label: z.string().nullable(),
  child_count: z.number().int(),
  product_count: z.number().int().describe("Products that are put into it itself"),
  entry_count: z.number().int().describe("Listed entries in it and below"),
  mirrors: z.object({ source: z.string(), external_id: z.string() }).nullable().describe("The group of the ERP that it follows"),
  group_count: z.number().int().describe("Groups of the ERP whose goods are put here"),
})

export const AdminCatalogCategoryListResponse = z.object({
  catalog_categories: z.array(branch),
  count: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
})
export type AdminCatalogCategoryListResponse = z.infer<typeof AdminCatalogCategoryListResponse>

export const AdminMovedCatalogCategoryResponse = z.object({ catalog_category: branch })
export type AdminMovedCatalogCategoryResponse = z.infer<typeof AdminMovedCatalogCategoryResponse>

export const AdminCatalogCategoryResponse = z.object({
  catalog_category: z.object({ id: z.string(), type: z.enum(CATEGORY_TYPES), label: z.string().nullable() }),
})
export type AdminCatalogCategoryResponse = z.infer<typeof AdminCatalogCategoryResponse>
