import { z } from "@medusajs/framework/zod"
import { bankAccountSchema, managerSchema, requisitesSchema } from "../../legal-entity-schema"

export const StoreLegalEntityQuery = z.object({}).strict()

export const StoreLegalEntityResponse = z.object({
  legal_entity: requisitesSchema.extend({
    bank_accounts: z.array(bankAccountSchema),
    managers: z.array(managerSchema.pick({ name: true, email: true, role: true })).describe("Who of the supplier's people looks after us"),
  }),
})
