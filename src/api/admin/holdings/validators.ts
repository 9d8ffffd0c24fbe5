import { z } from "@medusajs/framework/zod"
import { managerSchema } from "../../legal-entity-schema"

export const AdminListHoldings = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name"),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListHoldings = z.infer<typeof AdminListHoldings>

export const AdminHoldingListResponse = z.object({
  holdings: z.array(z.object({ id: z.string(), name: z.string(), entity_count: z.number().int() })),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const AdminHoldingQuery = z.object({}).strict()

export const AdminChangeHolding = z
  .object({ shares_part_numbers: z.boolean().describe("Whether own part numbers of one entity are understood for all") })
  .strict()
export type AdminChangeHolding = z.infer<typeof AdminChangeHolding>

export const AdminHoldingResponse = z.object({
  holding: z.object({
    id: z.string(),
    name: z.string(),
    shares_part_numbers: z.boolean(),
    as_of: z.coerce.string().nullable(),
    head: z.object({ id: z.string(), name: z.string() }).nullable(),
    entity_count: z.number().int(),
    managers: z.array(managerSchema),
  }),
})
