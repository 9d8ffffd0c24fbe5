import { z } from "@medusajs/framework/zod"

/** Rows of one request: as many as a person's file has on a few pages. */
const NUMBERS_MAX = 1_000

const number = z.string().trim().min(1).max(64)

export const StoreListPartNumbers = z
  .object({
    q: z.string().max(64).default("").describe("Part of a number"),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListPartNumbers = z.infer<typeof StoreListPartNumbers>

export const StorePutPartNumbers = z
  .object({
    part_numbers: z
      .array(z.object({ number, variant_id: z.string().min(1).max(64).nullable().describe("Null = the number is forgotten") }).strict())
      .min(1)
      .max(NUMBERS_MAX)
      .describe("Of a number that is named twice the last word counts"),
  })
  .strict()
export type StorePutPartNumbers = z.infer<typeof StorePutPartNumbers>

export const StorePartNumbersResponse = z.object({
  part_numbers: z.array(
    z.object({
      id: z.string(),
      number: z.string().describe("As you write it"),
      variant_id: z.string(),
      article: z.string().nullable(),
      title: z.string(),
      variant_title: z.string().nullable(),
    })
  ),
  count: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
})
export type StorePartNumbersResponse = z.infer<typeof StorePartNumbersResponse>

export const StorePutPartNumbersResponse = z.object({
  changed: z.number().int().describe("Numbers that are new, mean something else, or are forgotten"),
})
export type StorePutPartNumbersResponse = z.infer<typeof StorePutPartNumbersResponse>
