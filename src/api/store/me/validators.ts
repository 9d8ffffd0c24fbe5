import { z } from "@medusajs/framework/zod"
import { contractSchema } from "../../contract-schema"
import { rightSchema } from "../../right-schema"
import { cartMoveSchema } from "../carts/validators"
import { entityInSightSchema } from "../legal-entities/validators"

export const StoreSwitchContract = z.object({ contract_id: z.string().min(1).max(64) }).strict()
export type StoreSwitchContract = z.infer<typeof StoreSwitchContract>

export const StoreSwitchLegalEntity = z.object({ legal_entity_id: z.string().min(1).max(64) }).strict()
export type StoreSwitchLegalEntity = z.infer<typeof StoreSwitchLegalEntity>

export const StoreMeQuery = z.object({}).strict()

export const StoreMeResponse = z.object({
  employee: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    role: z.enum(["superuser", "privileged", "ordinary"]),
  }),
  legal_entities: z.array(entityInSightSchema).describe("The first 50 by name; all of them by GET /store/legal-entities"),
  legal_entity_count: z.number().int(),
  active_legal_entity: entityInSightSchema.nullable().describe("That of the active contract"),
  rights: z.array(rightSchema).describe("What the employee may do, and how far; anything else is refused"),
  contracts: z
    .array(contractSchema)
    .describe("The first 50 by the name of the entity; all of them by GET /store/legal-entities?contracts=true"),
  contract_count: z.number().int(),
  active_contract: contractSchema.nullable().describe("Null: no contract can be used; see the refusals of the contracts"),
})
export type StoreMeResponse = z.infer<typeof StoreMeResponse>

export const StoreSwitchResponse = StoreMeResponse.extend({
  carts: z.array(cartMoveSchema).describe("His open carts under the contract that was left"),
})
