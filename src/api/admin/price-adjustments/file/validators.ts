import { z } from "@medusajs/framework/zod"
import { localeParameter } from "../../../locale-of"

export const AdminAdjustmentFileQuery = z.object({ locale: localeParameter }).strict()
export type AdminAdjustmentFileQuery = z.infer<typeof AdminAdjustmentFileQuery>

export const AdminAdjustmentImport = z
  .object({
    mode: z
      .enum(["replace", "add"])
      .optional()
      .describe("Left out: nothing is changed. `replace`: adjustments made by hand that are not in the file end; `add`: they stay"),
    state: z.string().max(64).optional().describe("As it was answered when the file was tried"),
    skip_problems: z.stringbool().default(false).describe("Apply the good rows although others are problems"),
  })
  .strict()
  .refine(({ mode, state }) => (mode === undefined) === (state === undefined), "mode and state go together")
export type AdminAdjustmentImport = z.infer<typeof AdminAdjustmentImport>

const count = z.number().int()
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable()

export const AdminAdjustmentImportResponse = z.object({
  adjustment_import: z.object({
    is_applied: z.boolean(),
    state: z.string().describe("Of the adjustments that the file was compared with"),
    counts: z.object({ created: count, changed: count, removed: count, problem: count, unchanged: count }),
    rows: z.array(
      z.object({
        file_row: count.nullable().describe("As it is seen in the file; null = not in it"),
        status: z.enum(["created", "changed", "removed", "problem"]).describe("`removed` counts when the file replaces all"),
        code: z.string().nullable().describe("What is wrong with a problem"),
        message: z.string().nullable(),
        id: z.string().nullable(),
        name: z.string(),
        before: facts.describe("What differs"),
        after: facts,
      })
    ),
  }),
})
export type AdminAdjustmentImportResponse = z.infer<typeof AdminAdjustmentImportResponse>
