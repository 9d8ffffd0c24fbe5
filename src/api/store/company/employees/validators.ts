import { z } from "@medusajs/framework/zod"

const id = z.string().min(1).max(64)
const role = z.enum(["superuser", "privileged", "ordinary"])
const name = z.string().trim().min(1).max(200)
const phone = z.string().trim().min(3).max(32).nullish()

/** Entities a person works for; the first is the default unless another is named. */
export const entityIds = z
  .array(id)
  .min(1)
  .max(300)
  .refine((ids) => new Set(ids).size === ids.length, { message: "names an entity twice" })

export const StoreListColleagues = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name, the e-mail or the phone"),
    state: z.enum(["active", "blocked"]).optional(),
    legal_entity_id: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListColleagues = z.infer<typeof StoreListColleagues>

export const StoreHireColleague = z
  .object({
    name,
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
    phone,
    role: role.optional().describe("`ordinary` unless told"),
    role_id: id.nullish().describe("A custom role in the place of the built-in one"),
    legal_entity_ids: entityIds,
  })
  .strict()
export type StoreHireColleague = z.infer<typeof StoreHireColleague>

/** What is left out stays. */
export const changeOfEmployee = z
  .object({
    name: name.optional(),
    phone,
    role: role.optional().describe("Takes a custom role away unless one is named too"),
    role_id: id.nullish(),
    legal_entity_ids: entityIds.optional(),
    default_legal_entity_id: id.optional(),
  })
  .strict()
  .refine((body) => body.default_legal_entity_id === undefined || body.legal_entity_ids?.includes(body.default_legal_entity_id), {
    message: "default_legal_entity_id is one of legal_entity_ids",
  })
export const StoreChangeColleague = changeOfEmployee
export type StoreChangeColleague = z.infer<typeof StoreChangeColleague>

export const StoreSetColleagueState = z.object({ state: z.enum(["active", "blocked"]) }).strict()
export type StoreSetColleagueState = z.infer<typeof StoreSetColleagueState>

export const StoreHandOver = z.object({ to_employee_id: id }).strict()
export type StoreHandOver = z.infer<typeof StoreHandOver>

export const StoreEmptyBody = z.object({}).strict()

const colleagueSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role,
  custom_role: z.object({ id: z.string(), name: z.string() }).nullable(),
  state: z.enum(["active", "blocked"]),
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

export const handedOverSchema = z.object({ handed_over: z.object({ carts: z.number().int(), orders: z.number().int() }) })
