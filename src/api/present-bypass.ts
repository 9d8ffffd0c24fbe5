import { z } from "@medusajs/framework/zod"
import type { CompanyOrderLine } from "../database/ordering/company-order-lines"

export const quantityBypass = z
  .object({
    code: z.string().describe("What the line would have been refused as"),
    reason: z.string(),
    user_name: z.string().nullable(),
    at: z.string().describe("ISO 8601"),
  })
  .nullable()
  .describe("Set where a manager let the line past its order rules")

const kept = z.object({ quantity_bypass: quantityBypass.unwrap() })

/** Who let a line of an order past the order rules, and why; null where nobody had to. */
export function presentBypass(line: Pick<CompanyOrderLine, "kept">): z.infer<typeof quantityBypass> {
  const read = kept.safeParse(line.kept)
  return read.success ? read.data.quantity_bypass : null
}
