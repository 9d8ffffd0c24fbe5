import type { ErpRecord } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { clean, currency, day, formedAt, givenDay, id, mark, name } from "./fields"

const TEXT_MAX = 2000
const NUMBER_MAX = 40
const EMAIL_MAX = 254
/** Rows of a list within a row: accounts of an entity, say. */
const LIST_MAX = 1000

/** Undefined leaves what is stored; null or an empty text says "none". */
const optionalText = clean(TEXT_MAX)
  .transform((text) => text || null)
  .nullable()
  .optional()

/** A number as text, for its zeros count. Whether it can be right is for the load to say, which takes it with a remark. */
const number = clean(NUMBER_MAX)
  .transform((text) => text || null)
  .nullable()
  .optional()
const requiredNumber = clean(NUMBER_MAX).pipe(z.string().min(1))
const email = clean(EMAIL_MAX)
  .transform((text) => text.toLowerCase() || null)
  .nullable()
const idList = z.array(id).max(LIST_MAX).optional()
/** Money as text: at most 18 digits, two of them kopecks. */
const creditLimit = z
  .string()
  .regex(/^\d{1,16}(\.\d{1,2})?$/, "must be an amount such as 1500000.00")
  .nullable()
  .optional()

const managers = z
  .array(z.strictObject({ external_id: id, name, email: email.default(null), role: z.enum(["manager", "assistant"]).default("manager") }))
  .max(LIST_MAX)
  .optional()

const bankAccounts = z
  .array(
    z.strictObject({
      bic: requiredNumber,
      account: requiredNumber,
      bank_name: optionalText.transform((text) => text ?? null),
      correspondent_account: number.transform((text) => text ?? null),
      is_default: mark,
    })
  )
  .max(LIST_MAX)
  .optional()

/** Given to 1C with an entity; taken back unread, since people are told of in their own section. */
const contact = z.unknown()

const clientCategory = z
  .strictObject({ external_id: id, name, is_deleted: mark })
  .transform((row) => ({ kind: "client_category" as const, ...row }))

const holding = z
  .strictObject({ external_id: id, name, managers, is_deleted: mark })
  .transform((row) => ({ kind: "holding" as const, ...row }))

const supplierEntity = z
  .strictObject({ external_id: id, name, inn: number, kpp: number, is_deleted: mark })
  .transform((row) => ({ kind: "supplier_entity" as const, ...row }))

const legalEntity = z
  .strictObject({
    external_id: id,
    name,
    official_name: optionalText,
    inn: number,
    kpp: number,
    ogrn: number,
    okpo: number,
    address: optionalText,
    actual_address: optionalText,
    postal_address: optionalText,
    phone: optionalText,
    email: email.optional(),
    portal_id: id.optional(),
    bank_accounts: bankAccounts,
    category_external_ids: idList,
    managers,
    contact: contact.optional(),
    holding_external_id: id.nullable().optional(),
    is_head: z.boolean().optional(),
    is_blocked: z.boolean().optional(),
    state_reason: optionalText,
    is_deleted: mark,
  })
  .transform(({ contact: _contact, ...row }) => ({ kind: "legal_entity" as const, ...row }))

const deliveryPoint = z
  .strictObject({
    external_id: id,
    portal_id: id.optional(),
    legal_entity_external_id: id,
    is_consignee: mark,
    name,
    address: optionalText,
    contact: optionalText,
    phone: optionalText,
    comment: optionalText,
    is_deleted: mark,
  })
  .transform((row) => ({ kind: "delivery_point" as const, ...row }))

const person = z
  .strictObject({
    external_id: id,
    name,
    email: email.default(null),
    phone: optionalText,
    role: z.enum(["superuser", "privileged", "ordinary"]).optional(),
    legal_entity_external_ids: idList,
    is_blocked: z.boolean().optional(),
    is_deleted: mark,
  })
  .transform((row) => ({ kind: "person" as const, ...row }))

const contract = z
  .strictObject({
    external_id: id,
    number: name,
    legal_entity_external_id: id,
    supplier_entity_external_id: id,
    price_type_external_id: id,
    currency_code: currency,
    starts_on: day,
    ends_on: day,
    is_agreement: z.boolean().optional(),
    signed_on: givenDay.optional(),
    payment_terms: optionalText,
    region: optionalText,
    warehouse_external_ids: idList,
    credit_limit: creditLimit,
    credit_terms: optionalText,
    is_blocked: mark,
    state_reason: optionalText,
    is_deleted: mark,
  })
  .refine(({ starts_on, ends_on }) => starts_on === null || ends_on === null || starts_on <= ends_on, "ends before it starts")
  .transform((row) => ({ kind: "contract" as const, ...row }))

const rows = z.array(z.unknown()).default([])

/** The package around its rows. Rows are checked one by one, so that a bad one does not cost the rest. */
export const partnersEnvelope = z.strictObject({
  format: z.literal("kontor-partners"),
  version: z.literal(1),
  is_full: z.boolean(),
  formed_at: formedAt,
  holdings: rows,
  legal_entities: rows,
  supplier_entities: rows,
  client_categories: rows,
  contracts: rows,
  delivery_points: rows,
  people: rows,
})

export type PartnersEnvelope = z.infer<typeof partnersEnvelope>

export interface PartnerSection {
  name: Exclude<keyof PartnersEnvelope, "format" | "version" | "is_full" | "formed_at">
  row: z.ZodType<ErpRecord>
}

/** In the order in which rows refer to one another: what is referred to comes first. */
export const PARTNER_SECTIONS: readonly PartnerSection[] = [
  { name: "supplier_entities", row: supplierEntity },
  { name: "client_categories", row: clientCategory },
  { name: "holdings", row: holding },
  { name: "legal_entities", row: legalEntity },
  { name: "contracts", row: contract },
  { name: "delivery_points", row: deliveryPoint },
  { name: "people", row: person },
]
