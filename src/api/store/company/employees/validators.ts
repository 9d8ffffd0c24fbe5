import { z } from "@medusajs/framework/zod"
import {
  employeeEmail,
  employeeName,
  employeePhone,
  employeeRole,
  entitiesOfEmployee,
  ListPeople,
  personListSchema,
  personSchema,
} from "../../../employee-schema"

const id = z.string().min(1).max(64)

export const StoreListColleagues = ListPeople
export type StoreListColleagues = z.infer<typeof StoreListColleagues>

export const StoreHireColleague = z
  .object({
    name: employeeName,
    email: employeeEmail,
    phone: employeePhone,
    role: employeeRole.optional().describe("`ordinary` unless told"),
    role_id: id.nullish().describe("A custom role in the place of the built-in one"),
    legal_entity_ids: entitiesOfEmployee,
  })
  .strict()
export type StoreHireColleague = z.infer<typeof StoreHireColleague>

export const StoreColleaguesResponse = personListSchema

export const StoreColleagueResponse = z.object({ employee: personSchema })
