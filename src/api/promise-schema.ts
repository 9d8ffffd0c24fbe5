import { z } from "@medusajs/framework/zod"

const decimal = z.string().describe("Base units, exact decimal")
export const promisedDay = z.string().nullable().describe("YYYY-MM-DD")

const parts = z.array(z.object({ expected_on: promisedDay, quantity: decimal }))

/** What became of the promises of a line. */
export const promiseChange = z.object({
  at: z.string(),
  cause: z.enum([
    "supply_moved",
    "supply_short",
    "supply_cancelled",
    "supply_arrived",
    "supply_came",
    "stock_freed",
    "shipped",
    "by_hand",
    "accepted",
    "split",
    "cancelled",
  ]),
  before: parts,
  after: parts,
  is_worse: z.boolean().describe("On some day there is less of it in all than there was to be"),
})

/** When the line of an order can be had, and from what. */
export const linePromise = z.object({
  source: z.enum(["stock", "supply", "unpromised"]).describe("Of the last part of the line"),
  promised_on: promisedDay.describe("The day on which the whole line is there; null = it is in stock, or nobody knows"),
  in_stock: decimal,
  parts: parts.describe("What comes later, by day"),
  unpromised: decimal,
  is_answer_due: z.boolean().describe("Whether the dealer is asked what he makes of a change for the worse"),
})
