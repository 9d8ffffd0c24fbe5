import { z } from "@medusajs/framework/zod"
import { entryName } from "../../../price-adjustments/responses"

/** Rows of one set. */
export const ROWS_MAX = 5000

/** Longer than anything that can be right; what is wrong is said row by row. */
const cell = z.string().trim().max(100)

export const AdminListContractPrices = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of the article or the name"),
    source: z.enum(["erp", "portal"]).optional(),
    live_on: z.iso.date().optional().describe("Holds on this day, YYYY-MM-DD"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListContractPrices = z.infer<typeof AdminListContractPrices>

const key = {
  article: cell.optional().describe("Article or SKU; or else `variant_id`"),
  variant_id: cell.optional(),
  from_quantity: cell.default("0").describe("Base units; with the product and the first day it names the price"),
  starts_on: cell.nullable().default(null).describe("YYYY-MM-DD; null = open"),
}

const priceRow = z
  .object({ ...key, ends_on: cell.nullable().default(null), amount: cell.describe("Of one base unit, in the currency of the contract") })
  .strict()
const keyRow = z.object(key).strict()

export const AdminSetContractPrices = z.object({ prices: z.array(priceRow).min(1).max(ROWS_MAX) }).strict()
export type AdminSetContractPrices = z.infer<typeof AdminSetContractPrices>

export const AdminRemoveContractPrices = z.object({ prices: z.array(keyRow).min(1).max(ROWS_MAX) }).strict()
export type AdminRemoveContractPrices = z.infer<typeof AdminRemoveContractPrices>

export const AdminPreviewContractPrices = z
  .object({
    verb: z.enum(["set", "remove"]).default("set"),
    prices: z
      .array(z.union([priceRow, keyRow]))
      .min(1)
      .max(ROWS_MAX),
  })
  .strict()
export type AdminPreviewContractPrices = z.infer<typeof AdminPreviewContractPrices>

const decimal = z.string().describe("Exact decimal")
const day = z.string().nullable().describe("YYYY-MM-DD; null = open")
const named = z.object({ id: z.string(), name: z.string() })
const count = z.number().int()

const contract = z.object({
  id: z.string(),
  number: z.string(),
  currency_code: z.string(),
  legal_entity: named,
  price_type: named.nullable(),
  former_currencies: z
    .array(z.object({ currency_code: z.string(), price_count: z.number().int() }))
    .describe("Prices that the contract had in another currency than its present one: they do not hold, and are not in the list"),
})

export const AdminContractPriceListResponse = z.object({
  contract,
  prices: z.array(
    entryName.extend({
      from_quantity: decimal,
      starts_on: day,
      ends_on: day,
      amount: decimal,
      source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
      document: z.string().nullable(),
      as_of: z.string().nullable(),
    })
  ),
  count,
  offset: count,
  limit: count,
})

const result = z.object({
  row: count.describe("Place in the set, from 1"),
  subject: z.string().nullable().describe("The product as it was named"),
  outcome: z.enum(["created", "updated", "unchanged", "removed", "absent", "refused"]),
  code: z
    .string()
    .nullable()
    .describe(
      "Of a refused one: product_missing, product_unknown, product_ambiguous, amount_invalid, quantity_invalid, day_invalid, days_out_of_order, row_repeated, erp_owned"
    ),
  message: z.string().nullable(),
  product: entryName.nullable(),
})
const counts = z.object({ created: count, updated: count, unchanged: count, removed: count, absent: count, refused: count })

export const AdminContractPriceResultsResponse = z.object({ results: z.array(result).describe("One a row, in their order"), counts })

export const AdminContractPricePreviewResponse = z.object({
  results: z.array(
    result.extend({
      price_before: decimal.nullable().describe("Of one base unit at the quantity of the row, today or on its first day"),
      price_after: decimal.nullable(),
    })
  ),
  counts,
})
