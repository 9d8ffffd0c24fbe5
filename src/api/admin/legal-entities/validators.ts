import { z } from "@medusajs/framework/zod"
import { contractSchema } from "../../contract-schema"

const entityState = z.enum(["applied", "under_review", "active", "blocked", "closed"])

export const AdminListLegalEntities = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name or ИНН, or of the name, e-mail or phone of a person"),
    state: entityState.optional(),
    holding_id: z.string().min(1).max(64).optional(),
    mine: z.enum(["true", "false"]).optional().describe("`true`: only those assigned to me, though I may see more"),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListLegalEntities = z.infer<typeof AdminListLegalEntities>

export const AdminLegalEntityQuery = z.object({}).strict()

export const AdminCreateEmployee = z
  .object({
    name: z.string().trim().min(1).max(200),
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
    phone: z.string().trim().min(3).max(32).nullish(),
    role: z.enum(["superuser", "privileged", "ordinary"]),
    password: z.string().min(8).max(128).optional().describe("Without one the person is invited by mail and sets it himself"),
  })
  .strict()
export type AdminCreateEmployee = z.infer<typeof AdminCreateEmployee>

export const employeeSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role: z.enum(["superuser", "privileged", "ordinary"]),
  state: z.enum(["active", "blocked"]),
})

const legalEntitySchema = z.object({
  id: z.string(),
  name: z.string(),
  official_name: z.string().nullable(),
  inn: z.string().nullable(),
  kpp: z.string().nullable(),
  address: z.string().nullable(),
  is_head: z.boolean(),
  state: entityState,
  holding: z.object({ id: z.string(), name: z.string() }).nullable(),
  as_of: z.coerce.string().nullable(),
})

export const AdminLegalEntityListResponse = z.object({
  legal_entities: z.array(legalEntitySchema),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const AdminLegalEntityResponse = z.object({
  legal_entity: legalEntitySchema.extend({
    contracts: z.array(contractSchema),
    employees: z.array(employeeSchema.extend({ is_default: z.boolean() })),
  }),
})

export const AdminEmployeeResponse = z.object({ employee: employeeSchema })
