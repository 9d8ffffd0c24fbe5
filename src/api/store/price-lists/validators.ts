import { z } from "@medusajs/framework/zod"
import { PRICE_LIST_FORMATS, PRICE_LIST_LOCALES, PRICE_LIST_STATES } from "../../../modules/document/models/price-list-file"

/** Categories of one price list; whoever wants more takes the whole catalogue. */
const CATEGORIES_MAX = 200

const format = z.enum(PRICE_LIST_FORMATS).describe("A spreadsheet is an order form too: fill in the last column and upload it")

export const StoreCreatePriceList = z
  .object({
    format: format.default("xlsx"),
    locale: z.enum(PRICE_LIST_LOCALES).default("ru"),
    category_ids: z
      .array(z.string().min(1).max(64))
      .max(CATEGORIES_MAX)
      .default([])
      .describe("Categories with all below them; none = the whole catalogue"),
    in_stock_only: z.boolean().default(false),
  })
  .strict()
export type StoreCreatePriceList = z.infer<typeof StoreCreatePriceList>

export const StoreListPriceLists = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListPriceLists = z.infer<typeof StoreListPriceLists>

export const StoreNoQuery = z.object({}).strict()

const priceList = z.object({
  id: z.string(),
  state: z.enum(PRICE_LIST_STATES),
  format,
  locale: z.enum(PRICE_LIST_LOCALES),
  category_ids: z.array(z.string()),
  in_stock_only: z.boolean(),
  contract_id: z.string().describe("The contract whose prices these are"),
  total: z.number().int().nullable().describe("Catalogue entries to go through; null until they are counted"),
  done: z.number().int().describe("How many were gone through"),
  rows: z.number().int().nullable().describe("Rows in the file"),
  bytes: z.number().int().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  prices_as_of: z.date().nullable().describe("Moment at which the ERP's prices were true"),
  created_at: z.date(),
  finished_at: z.date().nullable(),
})

export const StorePriceListResponse = z.object({ price_list: priceList })
export type StorePriceListResponse = z.infer<typeof StorePriceListResponse>

export const StorePriceListListResponse = z.object({
  price_lists: z.array(priceList),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export type StorePriceListListResponse = z.infer<typeof StorePriceListListResponse>
