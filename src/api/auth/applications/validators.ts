import { z } from "@medusajs/framework/zod"
import { answerMessage, applicationComment, applicationRequisites } from "../../application-schema"
import { employeeEmail, employeeName, employeePhone } from "../../employee-schema"

export const AuthApply = z
  .object({
    applicant: z
      .object({
        name: employeeName,
        email: employeeEmail,
        phone: employeePhone.transform((phone) => phone ?? null),
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
