import { z } from "@medusajs/framework/zod"
import { ListPeople, personListSchema, personSchema } from "../../employee-schema"

const id = z.string().min(1).max(64)

export const AdminListPeople = ListPeople.extend({ holding_id: id.optional() })
export type AdminListPeople = z.infer<typeof AdminListPeople>

export const AdminPeopleResponse = personListSchema

export const AdminPersonResponse = z.object({ employee: personSchema })

export const AdminAttachPerson = z
  .object({
    legal_entity_id: id,
    is_default: z.boolean().default(false).describe("Makes it the entity the person begins with"),
  })
  .strict()
export type AdminAttachPerson = z.infer<typeof AdminAttachPerson>
