import { z } from "@medusajs/framework/zod"
import { THRESHOLD_BASES } from "../../../modules/contract-pricing/rules/threshold"
import { THRESHOLD_SCOPES } from "../../../modules/contract-pricing/rules/threshold-draft"

const id = z.string().trim().min(1).max(64)
const text = z.string().trim().min(1).max(200)
const day = z.iso.date().nullable().default(null)
const version = z.string().min(1).max(40).describe("`updated_at` of the threshold that the change is made to")

export const AdminListPriceThresholds = z
  .object({
    basis: z.enum(THRESHOLD_BASES).optional(),
    scope_kind: z.enum(THRESHOLD_SCOPES).optional(),
    scope_id: text.optional(),
    source: z.enum(["erp", "portal"]).optional(),
    live_on: z.iso.date().optional().describe("Holds on this day, YYYY-MM-DD"),
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name of whom it is for, of the price type, or of the document"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListPriceThresholds = z.infer<typeof AdminListPriceThresholds>

const draft = {
  scope: z
    .object({ kind: z.enum(THRESHOLD_SCOPES), id: text.nullable().default(null).describe("Null for everyone; a region by its name") })
    .strict(),
  basis: z.enum(THRESHOLD_BASES).describe("What is counted: the money of a cart, or the base units of a line"),
  from_amount: z
    .string()
    .trim()
    .transform((given) => given.replace(",", "."))
    .refine((given) => /^\d{1,12}(\.\d{1,6})?$/.test(given), "must be an amount such as 50000"),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i, "must be a code such as rub")
    .nullable()
    .default(null)
    .describe("Of a total; null for a quantity"),
  price_type_id: id.describe("The type whose prices hold from there on"),
  starts_on: day,
  ends_on: day,
}

export const AdminCreatePriceThreshold = z.object(draft).strict()
export type AdminCreatePriceThreshold = z.infer<typeof AdminCreatePriceThreshold>

export const AdminChangePriceThreshold = z.object({ ...draft, updated_at: version }).strict()
export type AdminChangePriceThreshold = z.infer<typeof AdminChangePriceThreshold>

const priceThreshold = z.object({
  id: z.string(),
  scope: z.object({ kind: z.enum(THRESHOLD_SCOPES), id: z.string().nullable(), name: z.string().nullable() }),
  basis: z.enum(THRESHOLD_BASES),
  from_amount: z.string().describe("Money, or base units; exact decimal"),
  currency_code: z.string().nullable(),
  price_type: z.object({ id: z.string(), name: z.string().nullable() }),
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
  document: z.string().nullable(),
  as_of: z.string().nullable().describe("Moment of the ERP's word, ISO 8601"),
  updated_at: z.string(),
})

export const AdminPriceThresholdResponse = z.object({ price_threshold: priceThreshold })
export const AdminPriceThresholdListResponse = z.object({
  price_thresholds: z.array(priceThreshold),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export const AdminEndedPriceThreshold = z.object({ id: z.string(), object: z.literal("price_threshold"), deleted: z.literal(true) })
