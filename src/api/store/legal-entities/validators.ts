import { z } from "@medusajs/framework/zod"
import { contractSchema } from "../../contract-schema"
import { bankAccountSchema, entityState, managerSchema, requisitesSchema } from "../../legal-entity-schema"

export const StoreListLegalEntities = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name or of the ИНН"),
    state: entityState.optional(),
    contracts: z.enum(["true", "false"]).optional().describe("`true`: each entity comes with the contracts I may work under"),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListLegalEntities = z.infer<typeof StoreListLegalEntities>

/** An entity in a dealer's sight; made by `listEntities`. */
export const entityInSightSchema = z.object({
  id: z.string(),
  name: z.string(),
  inn: z.string().nullable().describe("Null too where the right entity.view does not reach"),
  kpp: z.string().nullable(),
  is_head: z.boolean(),
  holding_id: z.string().nullable(),
  state: entityState,
  is_member: z.boolean().describe("He works for it; otherwise he sees it as one of the holding"),
  is_default: z.boolean(),
})

export const StoreLegalEntityListResponse = z.object({
  legal_entities: z.array(entityInSightSchema.extend({ contracts: z.array(contractSchema).optional() })),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const StoreLegalEntityQuery = z.object({}).strict()

export const StoreLegalEntityResponse = z.object({
  legal_entity: requisitesSchema.extend({
    bank_accounts: z.array(bankAccountSchema),
    managers: z.array(managerSchema.pick({ name: true, email: true, role: true })).describe("Who of the supplier's people looks after us"),
  }),
})
