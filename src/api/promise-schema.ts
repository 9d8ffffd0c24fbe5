import { z } from "@medusajs/framework/zod"

const decimal = z.string().describe("Base units, exact decimal")
export const promisedDay = z.string().nullable().describe("YYYY-MM-DD")

/** When the line of an order can be had, and from what. */
export const linePromise = z.object({
  source: z.enum(["stock", "supply", "unpromised"]).describe("Of the last part of the line"),
  promised_on: promisedDay.describe("The day on which the whole line is there; null = it is in stock, or nobody knows"),
  in_stock: decimal,
  parts: z.array(z.object({ expected_on: promisedDay, quantity: decimal })).describe("What comes later, by day"),
  unpromised: decimal,
  is_answer_due: z.boolean().describe("Whether the dealer is asked what he makes of a change for the worse"),
})
