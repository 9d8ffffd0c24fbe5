import { z } from "@medusajs/framework/zod"

export const AdminPriceTypesQuery = z.object({}).strict()

export const AdminPriceTypesResponse = z.object({
  price_types: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      currency_code: z.string(),
      includes_vat: z.boolean(),
      is_retail: z.boolean().describe("The recommended retail price is read from this one"),
      as_of: z.string().nullable().describe("Moment at which the ERP's prices were true, ISO 8601"),
    })
  ),
  count: z.number().int(),
})
export type AdminPriceTypesResponse = z.infer<typeof AdminPriceTypesResponse>
