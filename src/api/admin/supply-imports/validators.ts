import { z } from "@medusajs/framework/zod"
import { SUPPLY_ROW_FAULTS } from "../../../workflows/supply/read-supply-file"

export const AdminImportSupplies = z
  .object({
    apply: z
      .enum(["true", "false"])
      .default("false")
      .transform((given) => given === "true")
      .describe("Without it nothing is written, and the answer tells what would be"),
  })
  .strict()
export type AdminImportSupplies = z.infer<typeof AdminImportSupplies>

export const AdminSupplyImportResponse = z.object({
  is_applied: z.boolean(),
  supplies: z.array(
    z.object({
      number: z.string(),
      line_count: z.number().int(),
      result: z.enum(["created", "changed", "unchanged", "refused"]),
      code: z.string().nullable().describe("Why it is refused: `rows_faulty`, `rows_differ`, or as when it is saved by hand"),
      message: z.string().nullable(),
    })
  ),
  faults: z
    .array(z.object({ file_row: z.number().int(), number: z.string(), article: z.string(), code: z.enum(SUPPLY_ROW_FAULTS) }))
    .describe("Rows that are not understood"),
})
export type AdminSupplyImportResponse = z.infer<typeof AdminSupplyImportResponse>
