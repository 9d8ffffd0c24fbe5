import { SYSTEM_ACTOR } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { forgetFiles, outdatedFiles, type OutdatedFiles } from "../../database/applications/outdated-files"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { removeFiles } from "./store-files"

export interface RemoveOutdatedFilesInput {
  /** Days for which the files of a declined application are kept. */
  days: number
}

/**
 * Nothing brings a removed file back, so nothing is undone. The row goes after the content and in one transaction with the entry of the log:
 * where that fails, the next run comes by again.
 */
const removeOutdatedFilesStep = createStep(
  "remove-outdated-application-files",
  async ({ days }: RemoveOutdatedFilesInput, { container }) => {
    let removed = 0
    for (const outdated of await outdatedFiles(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { days })) {
      await removeOf(container, outdated)
      removed += outdated.files.length
    }
    return new StepResponse({ removed })
  }
)

async function removeOf(container: MedusaContainer, { application_id, legal_entity_id, files }: OutdatedFiles): Promise<void> {
  await removeFiles(container, files)
  const entry = {
    actor: SYSTEM_ACTOR,
    action: "application.files_removed",
    subject_type: "application",
    subject_id: application_id,
    legal_entity_id,
    before: { files: files.length },
  }
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    await forgetFiles(
      trx,
      files.map(({ id }) => id)
    )
    await container.resolve<AuditModuleService>(AUDIT_MODULE).append([entry], trx)
  })
}

/** Removes the files of applications that were declined long ago: they hold what a company tells only to whom it deals with. */
export const removeOutdatedFilesWorkflow = createWorkflow("remove-outdated-application-files", (input: RemoveOutdatedFilesInput) => {
  return new WorkflowResponse(removeOutdatedFilesStep(input))
})
