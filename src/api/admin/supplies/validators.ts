import { z } from "@medusajs/framework/zod"
import { MAX_LINES } from "../../../database/supplies/save-supply"
import { SUPPLY_STATES } from "../../../modules/supply/rules/move-supply"

const OFFSET_MAX = 1_000_000
const id = z.string().trim().min(1).max(64)
const text = z.string().trim().min(1).max(500).nullable().default(null)
const decimal = z.string().describe("Base units, exact decimal")

const quantity = z
  .string()
  .trim()
  .transform((given) => given.replace(",", "."))
  .refine((given) => /^\d{1,8}(\.\d{1,6})?$/.test(given), "must be a quantity such as 12.5")

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(OFFSET_MAX).default(0),
}

export const AdminListSupplies = z
  .object({
    state: z
      .enum([...SUPPLY_STATES, "open"])
      .optional()
      .describe("`open`: neither arrived nor cancelled"),
    source: z.enum(["erp", "portal"]).optional(),
    warehouse_id: id.optional(),
    from: z.iso.date().optional().describe("Expected on this day or later"),
    to: z.iso.date().optional().describe("Expected on this day or sooner"),
    q: z.string().trim().min(1).max(100).optional().describe("Part of the number, of the supplier's name or of an article"),
    ...page,
  })
  .strict()
export type AdminListSupplies = z.infer<typeof AdminListSupplies>

export const AdminNoSupplyQuery = z.object({}).strict()

export const AdminListSupplyLines = z.object(page).strict()
export type AdminListSupplyLines = z.infer<typeof AdminListSupplyLines>

const line = z
  .object({
    variant_id: id.optional(),
    article: z.string().trim().min(1).max(200).optional().describe("Article, SKU or barcode, where no variant is named"),
    quantity,
    arrived: quantity.default("0").describe("What of it is in stock already"),
  })
  .strict()
  .refine(({ variant_id, article }) => variant_id !== undefined || article !== undefined, "names a product by its variant or article")

const draft = {
  number: z.string().trim().min(1).max(100),
  state: z.enum(SUPPLY_STATES).default("planned"),
  expected_on: z.iso.date().nullable().default(null).describe("Null = not known; such a supply is shown to nobody"),
  warehouse_id: id.nullable().default(null).describe("Null = not known; it counts for who draws from all warehouses"),
  supplier_name: text,
  comment: text,
}

export const AdminCreateSupply = z.object({ ...draft, lines: z.array(line).max(MAX_LINES).default([]) }).strict()
export type AdminCreateSupply = z.infer<typeof AdminCreateSupply>

export const AdminChangeSupply = z
  .object({
    ...draft,
    state: z.enum(SUPPLY_STATES),
    lines: z.array(line).max(MAX_LINES).optional().describe("All lines there are; left out they stay"),
    updated_at: z.string().min(1).max(40).describe("`updated_at` of the supply that the change is made to"),
  })
  .strict()
export type AdminChangeSupply = z.infer<typeof AdminChangeSupply>

const supply = z.object({
  id: z.string(),
  number: z.string(),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
  state: z.enum(SUPPLY_STATES),
  expected_on: z.string().nullable(),
  warehouse: z.object({ id: z.string(), name: z.string().nullable().describe("Null = unknown") }).nullable(),
  supplier_name: z.string().nullable(),
  comment: z.string().nullable(),
  as_of: z.string().describe("Moment of the last word on it, ISO 8601"),
  updated_at: z.string(),
  line_count: z.number().int(),
  quantity: decimal.describe("Over all lines, as the next three"),
  arrived: decimal,
  promised: decimal,
  free: decimal,
})

export const AdminSupplyResponse = z.object({ supply })
export const AdminSupplyListResponse = z.object({
  supplies: z.array(supply),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export const AdminSupplyLinesResponse = z.object({
  lines: z.array(
    z.object({
      variant_id: z.string(),
      product_id: z.string().nullable(),
      article: z.string().nullable(),
      title: z.string(),
      variant_title: z.string().nullable(),
      quantity: decimal,
      arrived: decimal,
      promised: decimal,
      free: decimal,
    })
  ),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
