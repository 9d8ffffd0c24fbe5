import { z } from "@medusajs/framework/zod"
import {
  answerMessage,
  applicationCardSchema,
  applicationComment,
  applicationKind,
  applicationListingSchema,
  applicationRequisites,
  applicationState,
} from "../../application-schema"

export const StoreListApplications = z
  .object({
    state: applicationState.optional(),
    kind: applicationKind.optional(),
    q: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .describe("Part of the number, the company's name or ИНН, or the applicant's name or e-mail"),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListApplications = z.infer<typeof StoreListApplications>

export const StoreApply = z
  .object({
    kind: z.enum(["legal_entity", "requisites_change"]).describe("A further legal entity, or other requisites of one that stands"),
    legal_entity_id: z.string().min(1).max(64).optional().describe("Whose requisites are to change"),
    requisites: applicationRequisites.describe("Of a change: a field that is not there stays as it is, null takes it away"),
    comment: applicationComment,
  })
  .strict()
  .refine(({ kind, legal_entity_id }) => (kind === "requisites_change") === (legal_entity_id !== undefined), {
    message: "is named for a change of requisites and for nothing else",
    path: ["legal_entity_id"],
  })
export type StoreApply = z.infer<typeof StoreApply>

export const StoreAnswerApplication = z.object({ message: answerMessage }).strict()
export type StoreAnswerApplication = z.infer<typeof StoreAnswerApplication>

export const StoreApplicationListResponse = z.object({
  applications: z.array(applicationListingSchema),
  count: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
})

export const StoreApplicationResponse = z.object({ application: applicationCardSchema })
