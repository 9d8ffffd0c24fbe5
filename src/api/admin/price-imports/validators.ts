import { z } from "@medusajs/framework/zod"
import { PRICE_FILE_KINDS } from "../../../workflows/pricing/files/columns"
import { localeParameter } from "../../locale-of"

const subject = {
  kind: z.enum(PRICE_FILE_KINDS).describe("Prices of a type or a contract, stock of a warehouse, or sort numbers of all goods"),
  id: z.string().min(1).max(64).describe("Of the price type, contract or stock location; `catalog` for sort numbers"),
}

export const AdminPriceFileQuery = z.object({ ...subject, locale: localeParameter }).strict()
export type AdminPriceFileQuery = z.infer<typeof AdminPriceFileQuery>

export const AdminTryPriceFile = z
  .object({
    ...subject,
    mark_percent: z
      .string()
      .regex(/^\d{1,6}(\.\d{1,2})?$/, "must be a percentage such as 20")
      .default("20")
      .describe("Prices that move by more, either way, are marked"),
  })
  .strict()
export type AdminTryPriceFile = z.infer<typeof AdminTryPriceFile>

export const AdminApplyPriceImport = z
  .object({
    mode: z
      .enum(["replace", "add"])
      .describe(
        "`replace`: what is not in the file goes, within the type, contract, warehouse or catalogue (of stock: to nothing); `add`: it stays"
      ),
    skip_problems: z.boolean().default(false).describe("Apply the good rows although others are problems"),
  })
  .strict()
export type AdminApplyPriceImport = z.infer<typeof AdminApplyPriceImport>

export const AdminPriceImportQuery = z.object({}).strict()

const count = z.number().int()

export const AdminPriceImportResponse = z.object({
  price_import: z.object({
    id: z.string(),
    kind: subject.kind,
    subject_id: z.string(),
    file_name: z.string(),
    file_sha256: z.string(),
    mark_percent: z.string(),
    counts: z.object({ created: count, changed: count, removed: count, problem: count, marked: count, unchanged: count }),
    created_at: z.string(),
    applied_mode: z.enum(["replace", "add", "edit"]).nullable().describe("`edit`: set by hand"),
    applied_at: z.string().nullable(),
  }),
})
export type AdminPriceImportResponse = z.infer<typeof AdminPriceImportResponse>

export const AdminPriceImportRowsQuery = z
  .object({
    status: z.enum(["created", "changed", "removed", "problem"]).optional(),
    marked: z.stringbool().default(false).describe("Only those that move by more than was asked for"),
    limit: z.coerce.number().int().min(1).max(200).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminPriceImportRowsQuery = z.infer<typeof AdminPriceImportRowsQuery>

const decimal = z.string().nullable()
const day = z.string().nullable().describe("YYYY-MM-DD; null = open")

export const AdminPriceImportRowsResponse = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      status: z.enum(["created", "changed", "removed", "problem"]).describe("`removed` counts when the file replaces all"),
      file_row: z.number().int().nullable().describe("As it is seen in the file; null = not in it"),
      code: z.string().nullable().describe("What is wrong with a problem"),
      article: z.string(),
      variant_id: z.string().nullable().describe("Null where the product was not found"),
      title: z.string().nullable(),
      from_quantity: z.string(),
      unit: z.string().nullable().describe("Sales unit that it is the price of; null = the base unit"),
      starts_on: day,
      ends_on: day,
      old_amount: decimal,
      new_amount: decimal,
      percent: decimal.describe("By how much it moves; null from zero"),
      is_marked: z.boolean(),
    })
  ),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export type AdminPriceImportRowsResponse = z.infer<typeof AdminPriceImportRowsResponse>
