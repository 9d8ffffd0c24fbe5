import { z } from "@medusajs/framework/zod"

const id = z.string().min(1).max(64)
export const employeeRole = z.enum(["superuser", "privileged", "ordinary"])
export const employeeState = z.enum(["active", "blocked"])
export const employeeName = z.string().trim().min(1).max(200)
export const employeeEmail = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const employeePhone = z.string().trim().min(3).max(32).nullish()

/** Entities a person works for; the first is the default unless another is named. */
export const entitiesOfEmployee = z
  .array(id)
  .min(1)
  .max(300)
  .refine((ids) => new Set(ids).size === ids.length, { message: "names an entity twice" })

/** Body of a change of a person, by his superuser or by staff. What is left out stays. */
export const ChangeEmployee = z
  .object({
    name: employeeName.optional(),
    phone: employeePhone,
    role: employeeRole.optional().describe("Takes a custom role away unless one is named too"),
    role_id: id.nullish(),
    legal_entity_ids: entitiesOfEmployee.optional(),
    default_legal_entity_id: id.optional(),
  })
  .strict()
  .refine((body) => body.default_legal_entity_id === undefined || body.legal_entity_ids?.includes(body.default_legal_entity_id), {
    message: "default_legal_entity_id is one of legal_entity_ids",
  })
export type ChangeEmployee = z.infer<typeof ChangeEmployee>

export const SetEmployeeState = z.object({ state: employeeState }).strict()
export type SetEmployeeState = z.infer<typeof SetEmployeeState>

export const HandOver = z.object({ to_employee_id: id }).strict()
export type HandOver = z.infer<typeof HandOver>

/** Body of a request that says all by its path. */
export const EmptyBody = z.object({}).strict()

export const handedOverSchema = z.object({ handed_over: z.object({ carts: z.number().int(), orders: z.number().int() }) })

/** Colleagues and people of clients are looked for alike. */
export const ListPeople = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name, the e-mail or the phone"),
    state: employeeState.optional(),
    legal_entity_id: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()

/** A person of a dealer with those of his entities that who asks may see. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role: employeeRole,
  custom_role: z.object({ id: z.string(), name: z.string() }).nullable().describe("Stands in the place of `role`"),
  state: employeeState,
  has_password: z.boolean().describe("False until he has set one"),
  legal_entities: z.array(z.object({ id: z.string(), name: z.string(), is_default: z.boolean() })),
})

export const personListSchema = z.object({
  employees: z.array(personSchema),
  count: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
})
