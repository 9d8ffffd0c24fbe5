import { z } from "@medusajs/framework/zod"

/** In answers about lines of carts and orders. */
export const askedUnit = z
  .object({
    code: z.string(),
    name: z.string(),
    coefficient: z.string().describe("Base units in one of it"),
    quantity: z.string().describe("How many of this unit"),
  })
  .nullable()
  .describe("The sales unit that the whole quantity was asked in; null = base units, or the quantity was changed otherwise since")
