import { z } from "@medusajs/framework/zod"

export const AdminListExclusiveLabels = z.object({}).strict()

export const AdminPutExclusiveLabel = z.object({ label: z.string().trim().min(1).max(500) }).strict()
export type AdminPutExclusiveLabel = z.infer<typeof AdminPutExclusiveLabel>

const exclusiveLabel = z.object({
  id: z.string(),
  label: z.string().describe("Value of the product tag"),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
  as_of: z.string().nullable().describe("Moment of the ERP's word, ISO 8601"),
  entry_count: z.number().int().describe("Entries of the catalogue that bear it"),
})

export const AdminExclusiveLabelResponse = z.object({ exclusive_label: exclusiveLabel })
export const AdminExclusiveLabelListResponse = z.object({ exclusive_labels: z.array(exclusiveLabel), count: z.number().int() })
export const AdminDeletedExclusiveLabel = z.object({ id: z.string(), object: z.literal("exclusive_label"), deleted: z.literal(true) })
