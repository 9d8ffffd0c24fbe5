import { z } from "@medusajs/framework/zod"
import { stockAsOf } from "../../money-schema"

export const AdminWarehousesQuery = z.object({}).strict()

export const AdminWarehousesResponse = z.object({
  warehouses: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      source: z.enum(["erp", "portal"]).describe("Stock of a warehouse of the ERP is changed there"),
      is_offered: z.boolean().describe("Whether its stock is offered to dealers"),
      as_of: stockAsOf,
      stocked_count: z.number().int().describe("Products of which it has something"),
    })
  ),
})
export type AdminWarehousesResponse = z.infer<typeof AdminWarehousesResponse>
