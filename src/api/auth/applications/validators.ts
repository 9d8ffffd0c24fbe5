import { z } from "@medusajs/framework/zod"
import { answerMessage, applicationComment, applicationRequisites } from "../../application-schema"

export const AuthApply = z
  .object({
    applicant: z
      .object({
        name: z.string().trim().min(1).max(200),
        email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
        phone: z
          .string()
          .trim()
          .min(3)
          .max(32)
          .nullish()
          .transform((phone) => phone ?? null),
      })
      .strict(),
    requisites: applicationRequisites,
    comment: applicationComment,
    consent: z
      .object({ document_version: z.string().trim().min(1).max(64).describe("Of the document on personal data that was shown") })
      .strict(),
  })
  .strict()
export type AuthApply = z.infer<typeof AuthApply>

export const AuthAnswerApplication = z.object({ token: z.string().min(1).max(128), message: answerMessage }).strict()
export type AuthAnswerApplication = z.infer<typeof AuthAnswerApplication>

export const AuthAcceptedResponse = z.object({ accepted: z.literal(true) })
