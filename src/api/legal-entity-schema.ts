import { z } from "@medusajs/framework/zod"

export const entityState = z.enum(["applied", "under_review", "active", "blocked", "closed"])

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((value) => value || null)
    .nullish()

/** What somebody writes of a company beside its name and its ИНН; an empty text is none. */
export const requisiteTexts = {
  official_name: text(2000),
  kpp: text(9),
  ogrn: text(15),
  okpo: text(10),
  address: text(2000).describe("Registered address"),
  actual_address: text(2000),
  postal_address: text(2000),
  phone: text(64),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()).nullish(),
}
export const requisiteName = z.string().trim().min(1).max(500)
export const optionalInn = text(12)

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
  state: entityState,
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
