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
    kind: z.enum(["legal_entity"]).describe("A further legal entity"),
    requisites: applicationRequisites,
    comment: applicationComment,
  })
  .strict()
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
