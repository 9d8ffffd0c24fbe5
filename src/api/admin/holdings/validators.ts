import { z } from "@medusajs/framework/zod"
import { managerSchema } from "../../legal-entity-schema"

export const AdminHoldingQuery = z.object({}).strict()

export const AdminHoldingResponse = z.object({
  holding: z.object({
    id: z.string(),
    name: z.string(),
    as_of: z.coerce.string().nullable(),
    head: z.object({ id: z.string(), name: z.string() }).nullable(),
    entity_count: z.number().int(),
    managers: z.array(managerSchema),
  }),
})
