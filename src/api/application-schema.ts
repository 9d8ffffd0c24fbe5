import { z } from "@medusajs/framework/zod"
import { APPLICATION_KINDS, APPLICATION_STATES } from "../modules/company/rules/application-flow"
import { entityState, requisiteName, requisiteTexts } from "./legal-entity-schema"

export const applicationKind = z.enum(APPLICATION_KINDS)
export const applicationState = z.enum(APPLICATION_STATES)

const bankAccount = z
  .object({
    bic: z.string().trim().length(9),
    account: z.string().trim().length(20),
    bank_name: z
      .string()
      .trim()
      .max(500)
      .nullish()
      .transform((name) => name ?? null),
    correspondent_account: z
      .string()
      .trim()
      .length(20)
      .nullish()
      .transform((account) => account ?? null),
    is_default: z.boolean().default(false),
  })
  .strict()

/** What an applicant says of a company. Control digits are checked after the form. */
export const applicationRequisites = z
  .object({
    name: requisiteName,
    inn: z.string().trim().min(1).max(12),
    ...requisiteTexts,
    bank_accounts: z.array(bankAccount).max(10).optional(),
  })
  .strict()

export const applicationComment = z
  .string()
  .trim()
  .max(2000)
  .nullish()
  .transform((comment) => comment || null)

export const answerMessage = z.string().trim().min(1).max(2000)

export const applicationListingSchema = z.object({
  id: z.string(),
  number: z.string(),
  kind: applicationKind,
  state: applicationState,
  created_at: z.coerce.string(),
  applicant: z.object({
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    employee_id: z.string().nullable().describe("Null while he is a stranger"),
  }),
  requisites: z.object({ name: z.string(), inn: z.string(), kpp: z.string().nullable() }),
  legal_entity: z.object({ id: z.string(), name: z.string(), state: entityState }).nullable().describe("What came of it"),
})

const nullable = z.string().nullable()

export const applicationCardSchema = applicationListingSchema.extend({
  requisites: z.object({
    name: nullable,
    official_name: nullable,
    inn: nullable,
    kpp: nullable,
    ogrn: nullable,
    okpo: nullable,
    address: nullable,
    actual_address: nullable,
    postal_address: nullable,
    phone: nullable,
    email: nullable,
    bank_accounts: z.array(
      z.object({
        bic: z.string(),
        account: z.string(),
        bank_name: nullable,
        correspondent_account: nullable,
        is_default: z.boolean(),
      })
    ),
  }),
  changes: z.array(z.object({ field: z.string(), before: nullable, after: nullable })).describe("Of a change: what is to be another"),
  comment: nullable,
  files: z.array(z.object({ id: z.string(), name: z.string(), mime_type: z.string(), bytes: z.number().int() })),
  decision: z.object({ reason: nullable, by: nullable, at: z.coerce.string() }).nullable(),
  events: z.array(
    z.object({
      id: z.string(),
      at: z.coerce.string(),
      kind: z.enum(["submitted", "more_requested", "answered", "accepted", "declined", "completed", "assigned"]),
      actor_name: nullable,
      message: nullable,
    })
  ),
})
