import { z } from "@medusajs/framework/zod"
import { contractSchema } from "../../contract-schema"
import { employeeEmail, employeeName, employeePhone, employeeRole, employeeState } from "../../employee-schema"
import {
  bankAccountSchema,
  deliveryPointSchema,
  entityState,
  managerSchema,
  optionalInn,
  requisiteName,
  requisitesSchema,
  requisiteTexts,
} from "../../legal-entity-schema"

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
    name: employeeName,
    email: employeeEmail,
    phone: employeePhone,
    role: employeeRole,
    password: z
      .string()
      .min(8)
      .max(128)
      .optional()
      .describe("Without one the person is invited by mail and sets it himself; a manager gives none"),
  })
  .strict()
export type AdminCreateEmployee = z.infer<typeof AdminCreateEmployee>

export const AdminUpdateRequisites = z
  .object({
    name: requisiteName.optional(),
    inn: optionalInn,
    ...requisiteTexts,
  })
  .strict()
export type AdminUpdateRequisites = z.infer<typeof AdminUpdateRequisites>

export const AdminAssignManager = z
  .object({
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()).describe("Of a user of the admin"),
    role: z.enum(["manager", "assistant"]).default("manager"),
  })
  .strict()
export type AdminAssignManager = z.infer<typeof AdminAssignManager>

export const AdminAddCategory = z.object({ client_category_id: z.string().min(1).max(64) }).strict()
export type AdminAddCategory = z.infer<typeof AdminAddCategory>

const source = z.enum(["erp", "portal"])

const contractTermsSchema = z.object({
  id: z.string(),
  kind: z.enum(["contract", "agreement"]),
  signed_on: z.string().nullable(),
  region: z.string().nullable(),
  warehouses: z.array(z.object({ id: z.string(), name: z.string().nullable() })).describe("Orders may draw from these; none = all"),
  credit_limit: z.string().nullable().describe("In the currency of the contract"),
  credit_terms: z.string().nullable(),
  credit_as_of: z.coerce.string().nullable(),
  state_reason: z.string().nullable(),
})

export const employeeSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role: employeeRole,
  state: employeeState,
})

export const legalEntitySchema = z.object({
  id: z.string(),
  name: z.string(),
  official_name: z.string().nullable(),
  inn: z.string().nullable(),
  kpp: z.string().nullable(),
  address: z.string().nullable(),
  is_head: z.boolean(),
  state: entityState,
  state_reason: z.string().nullable(),
  state_source: z.enum(["erp", "portal"]),
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
  legal_entity: legalEntitySchema.extend(requisitesSchema.shape).extend({
    faults: z.array(z.string()).describe("Numbers that cannot be right: inn_invalid, kpp_invalid, ogrn_invalid, okpo_invalid"),
    bank_accounts: z.array(bankAccountSchema),
    categories: z.array(z.object({ id: z.string(), name: z.string(), source })),
    managers: z.array(managerSchema),
    delivery_points: z.array(deliveryPointSchema),
    contracts: z.array(contractSchema.extend({ terms: contractTermsSchema.nullable() })),
    employees: z.array(employeeSchema.extend({ is_default: z.boolean() })),
  }),
})

export const AdminEmployeeResponse = z.object({ employee: employeeSchema })
