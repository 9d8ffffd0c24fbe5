import type { Actor } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { NewApplication, SubmittedApplication } from "../../database/applications/submit-application"
import type { StoredFile } from "../../database/applications/write-parts"
import { CompanyEvents } from "../../modules/company/events"
import { applicationFaults } from "../../modules/company/rules/application-requisites"
import { recordAuditStep } from "../audit/steps/record-audit"
import { giveConsentWorkflow } from "../company/give-consent"
import { insertApplicationStep } from "./steps/insert-application"
import { dropFilesStep, keepFilesStep } from "./steps/keep-files"
import type { UploadedFile } from "../files/store-private-file"
import { storeFiles } from "./store-files"

export interface SubmitApplicationInput {
  application: NewApplication
  files: StoredFile[]
  actor: Actor
}

/** What a stranger agrees to when he applies. */
const CONSENT = "personal_data"

/** Writes an application and tells of it. One that repeats an open one of the same day changes nothing and is answered alike. */
export const submitApplicationWorkflow = createWorkflow("submit-application", (input: SubmitApplicationInput) => {
  keepFilesStep(input.files)
  const submitted = insertApplicationStep(
    transform({ input }, ({ input: { application, files, actor } }) => ({
      application,
      files,
      actor_name: actor.name ?? application.applicant.name,
    }))
  )
  when({ input, submitted }, (data) => data.submitted.is_new && data.input.application.consent_version !== null).then(() => {
    giveConsentWorkflow.runAsStep({
      input: transform({ input }, ({ input: { application, actor } }) => ({
        person: { email: application.applicant.email },
        purpose: CONSENT,
        document_version: application.consent_version ?? "",
        actor,
      })),
    })
  })
  when({ submitted }, (data) => data.submitted.is_new).then(() => {
    const entry = transform({ input, submitted }, ({ input: { application, actor }, submitted }) => ({
      actor,
      action: CompanyEvents.APPLICATION_SUBMITTED,
      subject_type: "application",
      subject_id: submitted.id,
      legal_entity_id: application.legal_entity_id ?? application.from_entity_id,
      after: { kind: application.kind, inn: application.requisites.inn, name: application.requisites.name },
    }))
    recordAuditStep(entry)
    const data = transform({ submitted }, ({ submitted: { id, event_id } }) => ({ id, event_id }))
    emitEventStep({ eventName: CompanyEvents.APPLICATION_SUBMITTED, data })
  })
  when({ submitted }, (data) => !data.submitted.is_new).then(() => {
    dropFilesStep(input.files)
  })
  return new WorkflowResponse(submitted)
})

/**
 * Checks the numbers and the accounts, stores the files and submits. INVALID_DATA `inn_invalid` and the like for a number that cannot be
 * right, `bank_account_repeated` and `bank_account_second_default` for a list of accounts that cannot be.
 */
export async function submitApplication(
  container: MedusaContainer,
  { uploads, ...input }: Omit<SubmitApplicationInput, "files"> & { uploads: UploadedFile[] }
): Promise<SubmittedApplication> {
  const [fault] = applicationFaults(input.application.requisites)
  if (fault) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, fault.message, fault.code)
  }
  const files = await storeFiles(container, uploads)
  const { result } = await submitApplicationWorkflow(container).run({ input: { ...input, files } })
  return result
}
