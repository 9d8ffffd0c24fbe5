import { z } from "@medusajs/framework/zod"

export const AdminCatalogPropertiesQuery = z
  .object({
    q: z.string().trim().max(100).default("").describe("Part of a name"),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminCatalogPropertiesQuery = z.infer<typeof AdminCatalogPropertiesQuery>

const title = z.string().trim().min(1).max(100).nullable()

export const AdminSaveCatalogProperty = z
  .object({
    title_ru: title.describe("Shown instead of the ERP's name"),
    title_en: title,
    unit: z.string().trim().min(1).max(20).nullable().describe("Null = as the values have it"),
    is_facet: z.boolean().nullable().describe("Null = as its values propose"),
    is_searchable: z.boolean(),
    is_on_card: z.boolean(),
    position: z.number().int().min(0).max(100_000).nullable(),
  })
  .partial()
  .strict()
export type AdminSaveCatalogProperty = z.infer<typeof AdminSaveCatalogProperty>

const property = z.object({
  id: z.string(),
  kind: z.enum(["brand", "label", "property"]),
  name: z.string().describe("As the ERP calls it; empty for brands and labels"),
  title_ru: z.string().nullable(),
  title_en: z.string().nullable(),
  unit: z.string().nullable(),
  proposed_unit: z.string().nullable(),
  is_facet: z.boolean().nullable(),
  proposed_facet: z.boolean(),
  is_searchable: z.boolean(),
  is_on_card: z.boolean(),
  position: z.number().int().nullable(),
  is_number: z.boolean(),
  value_count: z.number().int(),
})

export const AdminCatalogPropertiesResponse = z.object({
  catalog_properties: z.array(property),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export type AdminCatalogPropertiesResponse = z.infer<typeof AdminCatalogPropertiesResponse>

export const AdminCatalogPropertyResponse = z.object({ catalog_property: property })
export type AdminCatalogPropertyResponse = z.infer<typeof AdminCatalogPropertyResponse>

export const AdminCatalogRebuildResponse = z.object({
  created: z.number().int(),
  updated: z.number().int().describe("Entries that were not as they should be"),
})
export type AdminCatalogRebuildResponse = z.infer<typeof AdminCatalogRebuildResponse>
