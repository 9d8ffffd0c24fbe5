import { z } from "@medusajs/framework/zod"

const id = z.string().min(1).max(64)

export const AdminListPeople = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name, the e-mail or the phone"),
    state: z.enum(["active", "blocked"]).optional(),
    legal_entity_id: id.optional(),
    holding_id: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListPeople = z.infer<typeof AdminListPeople>

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role: z.enum(["superuser", "privileged", "ordinary"]),
  custom_role: z.object({ id: z.string(), name: z.string() }).nullable().describe("Stands in the place of `role`"),
  state: z.enum(["active", "blocked"]),
  has_password: z.boolean(),
  legal_entities: z
    .array(z.object({ id: z.string(), name: z.string(), is_default: z.boolean() }))
    .describe("Those of the asking manager's clients that the person works for"),
})

export const AdminPeopleResponse = z.object({
  employees: z.array(personSchema),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const AdminPersonResponse = z.object({ employee: personSchema })

export const AdminAttachPerson = z
  .object({
    legal_entity_id: id,
    is_default: z.boolean().default(false).describe("Makes it the entity the person begins with"),
  })
  .strict()
export type AdminAttachPerson = z.infer<typeof AdminAttachPerson>
