import { EXTERNAL_ID_MAX, type ErpRecord } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { parseCurrency } from "../commerceml/values/currency"
import { parseDay, parseMoment } from "../commerceml/values/dates"

const NAME_MAX = 500
const TEXT_MAX = 2000

/** Control characters have no place in names, and PostgreSQL refuses NUL. */
const clean = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll("\0", "").trim())
    .pipe(z.string().max(max))

const id = clean(EXTERNAL_ID_MAX).pipe(z.string().min(1))
const name = clean(NAME_MAX).pipe(z.string().min(1))

/** Undefined leaves what is stored; null or an empty text says "none". */
const optionalText = clean(TEXT_MAX)
  .transform((text) => text || null)
  .nullable()
  .optional()

const inn = z
  .string()
  .regex(/^\d{10}(\d{2})?$/, "must have 10 or 12 digits")
  .nullable()
  .optional()
const kpp = z
  .string()
  .regex(/^[\dA-Z]{9}$/, "must have 9 characters")
  .nullable()
  .optional()
const mark = z.boolean().default(false)

/** Calendar day; null or absent = open. */
const day = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== null, "must be a calendar day YYYY-MM-DD")
  .nullable()
  .default(null)

const currency = z.string().transform((text, context) => {
  const code = parseCurrency(text)
  if (code === null) {
    context.addIssue({ code: "custom", message: `unknown currency "${text.slice(0, 20)}"` })
    return z.NEVER
  }
  return code
})

const holding = z.strictObject({ external_id: id, name, is_deleted: mark }).transform((row) => ({ kind: "holding" as const, ...row }))

const supplierEntity = z
  .strictObject({ external_id: id, name, inn, kpp, is_deleted: mark })
  .transform((row) => ({ kind: "supplier_entity" as const, ...row }))

const legalEntity = z
  .strictObject({
    external_id: id,
    name,
    official_name: optionalText,
    inn,
    kpp,
    address: optionalText,
    holding_external_id: id.nullable().optional(),
    is_head: z.boolean().optional(),
    is_blocked: z.boolean().optional(),
    is_deleted: mark,
  })
  .transform((row) => ({ kind: "legal_entity" as const, ...row }))

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
    payment_terms: optionalText,
    is_blocked: mark,
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
  formed_at: z
    .string()
    .nullable()
    .default(null)
    .transform((text) => (text === null ? null : parseMoment(text))),
  holdings: rows,
  legal_entities: rows,
  supplier_entities: rows,
  contracts: rows,
})

export type PartnersEnvelope = z.infer<typeof partnersEnvelope>

export interface PartnerSection {
  name: "holdings" | "legal_entities" | "supplier_entities" | "contracts"
  row: z.ZodType<ErpRecord>
}

/** In the order in which rows refer to one another: what is referred to comes first. */
export const PARTNER_SECTIONS: readonly PartnerSection[] = [
  { name: "supplier_entities", row: supplierEntity },
  { name: "holdings", row: holding },
  { name: "legal_entities", row: legalEntity },
  { name: "contracts", row: contract },
]
