import { z } from "@medusajs/framework/zod"
import { CHOICE_KINDS } from "../../../database/pricing/adjustment-choices"
import { ADJUSTMENT_KINDS, SCOPE_KINDS, TARGET_KINDS } from "../../../modules/contract-pricing/rules/adjustment"

/** Articles of one list. */
export const LIST_MAX = 5000
const CONDITIONS_MAX = 20

const id = z.string().trim().min(1).max(64)
const text = z.string().trim().min(1).max(200)
const day = z.iso.date().nullable().default(null)
const version = z.string().min(1).max(40).describe("`updated_at` of the adjustment that the change is made to")

export const AdminListPriceAdjustments = z
  .object({
    scope_kind: z.enum(SCOPE_KINDS).optional(),
    scope_id: text.optional(),
    target_kind: z.enum(TARGET_KINDS).optional().describe("One of the conditions of the target"),
    category_id: id.optional().describe("Aims at this category or at one above it"),
    source: z.enum(["erp", "portal"]).optional(),
    live_on: z.iso.date().optional().describe("Holds on this day, YYYY-MM-DD"),
    q: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .describe("Part of the name, the document, or of a brand, value or label that is aimed at"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListPriceAdjustments = z.infer<typeof AdminListPriceAdjustments>

const draft = {
  name: text,
  scope: z
    .object({ kind: z.enum(SCOPE_KINDS), id: text.nullable().default(null).describe("Null for everyone; a region by its name") })
    .strict(),
  target: z
    .object({
      category_id: id.nullable().default(null).describe("With all below it"),
      brand: text.nullable().default(null),
      properties: z
        .array(z.object({ name: text, value: text }).strict())
        .max(CONDITIONS_MAX)
        .default([]),
      labels: z.array(text).max(CONDITIONS_MAX).default([]),
      articles: z
        .array(text)
        .min(1)
        .max(LIST_MAX)
        .nullable()
        .optional()
        .describe("A list of products by article or SKU. Null = no list; left out = the list stays as it is"),
    })
    .strict()
    .describe("All that is named must hold; nothing = everything")
    .default({ category_id: null, brand: null, properties: [], labels: [] }),
  kind: z.enum(ADJUSTMENT_KINDS).describe("`withheld`: the products are not sold, whatever they cost; the name is told as the reason"),
  value: z
    .string()
    .regex(/^-?\d{1,12}(\.\d{1,6})?$/, "must be a signed number such as -7.5")
    .default("0")
    .describe("Negative is a discount. Percent from -100 to 1000, or money of one base unit; 0 of what is withheld"),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i, "must be a code such as rub")
    .nullable()
    .default(null)
    .describe("Of a fixed change; null for a percentage"),
  from_quantity: z
    .string()
    .regex(/^\d{1,10}(\.\d{1,6})?$/, "must be a quantity such as 10")
    .default("0")
    .describe("Base units"),
  starts_on: day,
  ends_on: day,
  is_stacking: z.boolean().default(false).describe("Applied besides the nearest one"),
}

export const AdminCreatePriceAdjustment = z.object(draft).strict()
export type AdminCreatePriceAdjustment = z.infer<typeof AdminCreatePriceAdjustment>

export const AdminChangePriceAdjustment = z.object({ ...draft, updated_at: version }).strict()
export type AdminChangePriceAdjustment = z.infer<typeof AdminChangePriceAdjustment>

export const AdminEndPriceAdjustment = z.object({ updated_at: version.optional() }).strict()
export type AdminEndPriceAdjustment = z.infer<typeof AdminEndPriceAdjustment>

export const AdminPreviewPriceAdjustment = z
  .object({
    id: id.optional().describe("The adjustment that is changed or ended; left out for a new one"),
    adjustment: AdminCreatePriceAdjustment.nullable().describe("Null: it ends"),
  })
  .strict()
  .refine(({ id: named, adjustment }) => named !== undefined || adjustment !== null, "names an adjustment to end")
export type AdminPreviewPriceAdjustment = z.infer<typeof AdminPreviewPriceAdjustment>

export const AdminAdjustmentChoices = z
  .object({
    kind: z.enum(CHOICE_KINDS),
    within: text.optional().describe("The property whose values are asked for"),
    q: z.string().trim().min(1).max(100).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  })
  .strict()
export type AdminAdjustmentChoices = z.infer<typeof AdminAdjustmentChoices>

export const AdminNoQuery = z.object({}).strict()
