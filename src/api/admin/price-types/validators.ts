import { z } from "@medusajs/framework/zod"
import { TYPE_PRICES_MAX } from "../../../workflows/pricing/set-type-prices"

/** As wide as the columns that they are written to. */
const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/
const AMOUNT = /^\d{1,14}(\.\d{1,6})?$/

export const AdminPriceTypesQuery = z.object({}).strict()

const change = {
  is_retail: z.boolean().optional().describe("True takes the mark from the type that has it"),
  region: z.string().trim().min(1).max(100).nullable().optional().describe("As a fallback it holds for contracts of this region alone"),
  fallback_id: z.string().min(1).max(64).nullable().optional().describe("Price type that is asked where this one has no price"),
}
const name = z.string().trim().min(1).max(200)

export const AdminCreatePriceType = z
  .object({ name, currency_code: z.string().regex(/^[a-z]{3}$/i), includes_vat: z.boolean().default(true), ...change })
  .strict()
export type AdminCreatePriceType = z.infer<typeof AdminCreatePriceType>

export const AdminSavePriceType = z.object({ name: name.optional(), includes_vat: z.boolean().optional(), ...change }).strict()
export type AdminSavePriceType = z.infer<typeof AdminSavePriceType>

const priceType = z.object({
  id: z.string(),
  name: z.string(),
  currency_code: z.string(),
  includes_vat: z.boolean(),
  is_retail: z.boolean().describe("The recommended retail price is read from this one"),
  region: z.string().nullable(),
  fallback: z.object({ id: z.string(), name: z.string() }).nullable().describe("Asked where this one has no price"),
  source: z.enum(["erp", "portal"]).describe("Name, currency, VAT and prices of a type of the ERP are changed there"),
  region_from_erp: z.boolean(),
  fallback_from_erp: z.boolean(),
  as_of: z.string().nullable().describe("Moment at which the ERP's prices were true, ISO 8601"),
  price_count: z.number().int(),
  contract_count: z.number().int().describe("Contracts that it is the price type of"),
})

export const AdminPriceTypesResponse = z.object({ price_types: z.array(priceType), count: z.number().int() })
export type AdminPriceTypesResponse = z.infer<typeof AdminPriceTypesResponse>

export const AdminPriceTypeResponse = z.object({ price_type: priceType })
export type AdminPriceTypeResponse = z.infer<typeof AdminPriceTypeResponse>

export const AdminTypePricesQuery = z
  .object({
    q: z.string().trim().max(100).default("").describe("Part of an article or SKU"),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminTypePricesQuery = z.infer<typeof AdminTypePricesQuery>

export const AdminTypePricesResponse = z.object({
  prices: z.array(
    z.object({
      variant_id: z.string(),
      article: z.string().nullable(),
      title: z.string(),
      variant_title: z.string().nullable(),
      unit: z.string().nullable().describe("Sales unit that it is the price of; null = the base unit"),
      coefficient: z.string().describe("Base units in what it is the price of"),
      from_quantity: z.string().describe("Base units from which it holds; 0 = the plain price"),
      amount: z.string().describe("Of one such unit, exact decimal"),
    })
  ),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export type AdminTypePricesResponse = z.infer<typeof AdminTypePricesResponse>

export const AdminSetTypePrices = z
  .object({
    prices: z
      .array(
        z
          .object({
            variant_id: z.string().min(1).max(64),
            unit: z
              .string()
              .trim()
              .max(50)
              .default("")
              .describe("Name or code of a sales unit of the product, or ×12; empty = the base unit"),
            from_quantity: z.string().regex(DECIMAL).default("0").describe("Base units; 0 = the plain price, or from one full unit on"),
            amount: z.string().regex(AMOUNT).nullable().describe("Of one unit; null takes the price away"),
          })
          .strict()
      )
      .min(1)
      .max(TYPE_PRICES_MAX),
  })
  .strict()
export type AdminSetTypePrices = z.infer<typeof AdminSetTypePrices>

const count = z.number().int()

export const AdminSetTypePricesResponse = z.object({
  counts: z.object({ created: count, changed: count, removed: count, problem: count, marked: count, unchanged: count }),
})
export type AdminSetTypePricesResponse = z.infer<typeof AdminSetTypePricesResponse>
