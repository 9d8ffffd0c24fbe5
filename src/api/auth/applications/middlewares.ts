import { defineRoutes } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import { limitAttempts } from "../../limit-attempts"
import { FORM_CONTENT_TYPES, receiveForm } from "../../receive-application"
import { AuthAcceptedResponse, AuthAnswerApplication, AuthApply } from "./validators"

const HOUR = 3600

/** Before the upload is read. */
const limitAddress = limitAttempts({ purpose: "application", window_seconds: HOUR, per_address: 10 })

/** Companies and e-mails count alike whether or not anybody knows them. */
const limitEmail = limitAttempts({
  purpose: "application-email",
  window_seconds: HOUR,
  per_account: 5,
  accountOf: (req) => formOf(req).applicant.email,
})
const limitInn = limitAttempts({
  purpose: "application-inn",
  window_seconds: HOUR,
  per_account: 5,
  accountOf: (req) => formOf(req).requisites.inn,
})
const limitAnswers = limitAttempts({ purpose: "application-answer", window_seconds: 600, per_address: 30 })

function formOf(req: MedusaRequest): AuthApply {
  return req.validatedBody as AuthApply
}

export const authApplicationMiddlewares = defineRoutes([
  {
    method: "POST",
    path: "/auth/applications",
    summary: "Apply to become a dealer",
    description:
      "Multipart: field `data` (JSON) and `files` (PDF, JPEG, PNG, DOCX, XLSX; 10 of 10 MB at most, 40 MB together); or JSON without files. Always 202, whether or not the e-mail or the ИНН is known; `inn_invalid` and the like for a number that cannot be right, `bank_account_repeated` and `bank_account_second_default` for accounts.",
    body: AuthApply,
    bodyContentTypes: FORM_CONTENT_TYPES,
    middlewares: [limitAddress, receiveForm(AuthApply), limitEmail, limitInn],
    response: AuthAcceptedResponse,
  },
  {
    method: "POST",
    path: "/auth/applications/answer",
    summary: "Answer what an applicant is asked, with the secret of his mail",
    description: "Files as when applying. 400 `token_invalid` for an unknown, used or expired secret, all alike.",
    body: AuthAnswerApplication,
    bodyContentTypes: FORM_CONTENT_TYPES,
    middlewares: [limitAnswers, receiveForm(AuthAnswerApplication)],
    response: AuthAcceptedResponse,
  },
])
