import { z } from "@medusajs/framework/zod"

/** Requisites of a legal entity in answers to dealers and staff; made by `presentRequisites`. */
export const requisitesSchema = z.object({
  id: z.string(),
  name: z.string(),
  official_name: z.string().nullable(),
  inn: z.string().nullable(),
  kpp: z.string().nullable(),
  ogrn: z.string().nullable(),
  okpo: z.string().nullable(),
  address: z.string().nullable().describe("Registered address"),
  actual_address: z.string().nullable(),
  postal_address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  is_head: z.boolean(),
  state: z.enum(["applied", "under_review", "active", "blocked", "closed"]),
  state_reason: z.string().nullable(),
  source: z.enum(["erp", "portal"]),
  as_of: z.coerce.string().nullable().describe("Moment at which the ERP's fact was true"),
})

export const bankAccountSchema = z.object({
  id: z.string(),
  bic: z.string(),
  account: z.string(),
  bank_name: z.string().nullable(),
  correspondent_account: z.string().nullable(),
  is_default: z.boolean(),
  source: z.enum(["erp", "portal"]),
  as_of: z.coerce.string().nullable(),
  faults: z.array(z.string()).describe("Numbers that cannot be right: bic_invalid, account_invalid, correspondent_account_invalid"),
})

export const managerSchema = z.object({
  id: z.string(),
  user_id: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(["manager", "assistant"]),
  source: z.enum(["erp", "portal"]),
  of_holding: z.boolean(),
})

/** A delivery point or a consignee. */
export const deliveryPointSchema = z.object({
  id: z.string(),
  legal_entity_id: z.string(),
  kind: z.enum(["delivery_point", "consignee"]),
  name: z.string(),
  address: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  comment: z.string().nullable(),
  is_active: z.boolean(),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
  as_of: z.coerce.string().nullable(),
})
