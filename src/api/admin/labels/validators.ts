import { z } from "@medusajs/framework/zod"
import { LABEL_COLOURS } from "../../../modules/catalog/rules/label-rule"

const DAYS_MAX = 3_650
const BESTSELLERS_MAX = 10_000
const GOODS_MAX = 5_000

const id = z.string().min(1).max(64)
const days = z.number().int().min(1).max(DAYS_MAX)
const percent = z.number().int().min(1).max(99)

const rule = z
  .discriminatedUnion("kind", [
    z
      .object({
        kind: z.literal("new"),
        days: days.describe("Dealers could see the product first in the last so many days"),
        not_before: z.iso.date().nullable().describe("And not before this day, so that goods of a first load are not new"),
      })
      .strict(),
    z
      .object({
        kind: z.literal("property"),
        name: z.string().trim().min(1).max(500).describe("A property as the ERP calls it"),
        value: z.string().trim().min(1).max(500),
      })
      .strict(),
    z
      .object({
        kind: z.literal("requisite"),
        name: z.string().trim().min(1).max(500).describe("A requisite as the ERP calls it"),
        value: z.string().trim().min(1).max(500).describe("As the ERP writes it"),
      })
      .strict(),
    z
      .object({ kind: z.literal("discount"), percent: percent.describe("A discount for everyone of so much or more aims at it today") })
      .strict(),
    z
      .object({
        kind: z.literal("price_below"),
        price_type_id: id.describe("The price of this type lies below …"),
        below_type_id: id.describe("… that of this one, in the same currency"),
        percent: percent.describe("By so much or more"),
      })
      .strict(),
    z
      .object({
        kind: z.literal("bestseller"),
        count: z.number().int().min(1).max(BESTSELLERS_MAX).describe("So many products that were in the most orders"),
        days: days.describe("Of the last so many days"),
      })
      .strict(),
  ])
  .nullable()
  .describe("By which rule goods bear it besides those that were given it by hand; null = by none")

const name = z.string().trim().min(1).max(40)

const facts = {
  name_ru: name,
  name_en: name,
  colour: z.enum(LABEL_COLOURS),
  position: z.number().int().min(0).max(100_000),
  rule,
}

export const AdminListLabels = z
  .object({ product_id: id.optional().describe("Tells of each label besides whether this product bears it") })
  .strict()
export type AdminListLabels = z.infer<typeof AdminListLabels>

export const AdminCreateLabel = z
  .object({
    code: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .describe("The word that filters and rules know it by, for good; the value of the tag that gives it by hand"),
    ...facts,
  })
  .strict()
export type AdminCreateLabel = z.infer<typeof AdminCreateLabel>

export const AdminChangeLabel = z.object(facts).partial().strict()
export type AdminChangeLabel = z.infer<typeof AdminChangeLabel>

export const AdminLabelProducts = z
  .object({
    bears: z.boolean().describe("False takes it from them; what a rule says of them stays"),
    product_ids: z.array(id).max(GOODS_MAX).default([]),
    articles: z.array(z.string().trim().min(1).max(255)).max(GOODS_MAX).default([]).describe("Articles or SKUs"),
  })
  .strict()
export type AdminLabelProducts = z.infer<typeof AdminLabelProducts>

const label = z.object({
  id: z.string(),
  code: z.string(),
  ...facts,
  entry_count: z.number().int().describe("Entries of the catalogue that bear it"),
  by_rule_count: z.number().int().describe("Of these, those that do by its rule"),
})

export const AdminLabelResponse = z.object({ label })
export type AdminLabelResponse = z.infer<typeof AdminLabelResponse>

export const AdminLabelListResponse = z.object({
  labels: z.array(
    label.extend({
      is_by_hand: z.boolean().optional().describe("Whether the product that was asked for was given it by hand"),
      is_by_rule: z.boolean().optional(),
    })
  ),
  count: z.number().int(),
})
export type AdminLabelListResponse = z.infer<typeof AdminLabelListResponse>

export const AdminLabelledProducts = z.object({
  changed: z.number().int().describe("Products that bear it now and did not, or no longer do"),
  articles: z.object({ found: z.number().int(), unknown: z.array(z.string()), ambiguous: z.array(z.string()) }),
})
export type AdminLabelledProducts = z.infer<typeof AdminLabelledProducts>

export const AdminDeletedLabel = z.object({ id: z.string(), object: z.literal("label"), deleted: z.literal(true) })
