import { z } from "@medusajs/framework/zod"
import { applicationCardSchema, applicationListingSchema } from "../../application-schema"
import { entityState } from "../../legal-entity-schema"
import { StoreListApplications } from "../../store/applications/validators"

export const AdminListApplications = StoreListApplications.extend({
  legal_entity_id: z.string().min(1).max(64).optional().describe("An entity that it is about, or for which the applicant acted"),
})
export type AdminListApplications = z.infer<typeof AdminListApplications>

const words = z.string().trim().min(3).max(2000)

export const AdminAcceptApplication = z
  .object({
    legal_entity_id: z.string().min(1).max(64).optional().describe("Attach the applicant to this one; without it a new entity is made"),
    holding_id: z
      .string()
      .min(1)
      .max(64)
      .nullish()
      .describe("Of a new entity; null = none; without it that of the entity for which he applied"),
  })
  .strict()
export type AdminAcceptApplication = z.infer<typeof AdminAcceptApplication>

export const AdminCompleteApplication = z.object({ reason: words.describe("The applicant reads it") }).strict()
export type AdminCompleteApplication = z.infer<typeof AdminCompleteApplication>

export const AdminDeclineApplication = z.object({ reason: words.describe("The applicant reads it") }).strict()
export type AdminDeclineApplication = z.infer<typeof AdminDeclineApplication>

export const AdminRequestMore = z.object({ message: words.describe("What is missing; the applicant reads it") }).strict()
export type AdminRequestMore = z.infer<typeof AdminRequestMore>

export const AdminAssignApplication = z.object({ user_id: z.string().min(1).max(64).nullable().describe("A user; null = nobody") }).strict()
export type AdminAssignApplication = z.infer<typeof AdminAssignApplication>

const manager = z.object({ user_id: z.string(), name: z.string().nullable() }).nullable()

export const AdminApplicationListResponse = z.object({
  applications: z.array(applicationListingSchema.extend({ manager })),
  count: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
})

export const AdminApplicationResponse = z.object({
  application: applicationCardSchema.extend({
    manager,
    holding_id: z.string().nullable().describe("Of the entity for which he applied: the default on acceptance"),
    erp: z
      .object({
        state: z.enum(["pending", "sent", "confirmed", "failed"]),
        attempts: z.number().int(),
        last_error: z.string().nullable(),
        sent_at: z.coerce.string().nullable(),
        confirmed_at: z.coerce.string().nullable(),
      })
      .nullable()
      .describe("How far 1C has got with it"),
    similar: z
      .array(
        z.object({
          legal_entity_id: z.string(),
          name: z.string(),
          inn: z.string().nullable(),
          kpp: z.string().nullable(),
          state: entityState,
        })
      )
      .describe("Entities with the same ИНН, as far as the user sees them"),
    checks: z.array(z.object({ code: z.string(), ok: z.boolean() })).describe("Control digits of the numbers that were given"),
  }),
})
