import { z } from "@medusajs/framework/zod"
import { employeeEmail, employeeName, employeePhone, employeeRole, employeeState, entitiesOfEmployee } from "../../../employee-schema"

const id = z.string().min(1).max(64)

export const StoreListColleagues = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name, the e-mail or the phone"),
    state: employeeState.optional(),
    legal_entity_id: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
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

const colleagueSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role: employeeRole,
  custom_role: z.object({ id: z.string(), name: z.string() }).nullable(),
  state: employeeState,
  has_password: z.boolean().describe("False until he has set one"),
  legal_entities: z.array(z.object({ id: z.string(), name: z.string(), is_default: z.boolean() })),
})

export const StoreColleaguesResponse = z.object({
  employees: z.array(colleagueSchema),
  count: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
})

export const StoreColleagueResponse = z.object({ employee: colleagueSchema })
