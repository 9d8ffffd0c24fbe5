import { z } from "@medusajs/framework/zod"

/** As a sort number is kept: nine digits fit. */
const POSITION_MAX = 999_999_999

const position = z.number().int().min(0).max(POSITION_MAX).nullable()

export const AdminNoPositionQuery = z.object({}).strict()

export const AdminSetPosition = z
  .object({
    position: position.describe("The smaller one stands first; null = that of the ERP holds"),
    former: position.describe("`position` as it was read: another one is not overwritten"),
  })
  .strict()
export type AdminSetPosition = z.infer<typeof AdminSetPosition>

export const AdminPositionResponse = z.object({
  product_position: z.object({
    product_id: z.string(),
    position: z.number().int().nullable().describe("Of the staff, by hand or by Excel; it goes before the ERP's"),
    erp_position: z.number().int().nullable(),
  }),
})
export type AdminPositionResponse = z.infer<typeof AdminPositionResponse>
