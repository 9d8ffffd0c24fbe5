import { z } from "@medusajs/framework/zod"

/** What the published reviews of a product come to. */
export const rating = z
  .object({ average: z.string().describe("Of one to five, to one decimal"), count: z.number().int() })
  .nullable()
  .describe("Of published reviews alone; null = there are none")
