import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { forgetOrphans } from "../../database/content/content-file"

/** The rows go first: a file without a row is out of reach, a row without its file would promise what is not there. */
const removeOrphanFilesStep = createStep("remove-orphan-content-files", async (_: void, { container }) => {
  const file_ids = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => forgetOrphans(trx))
  if (file_ids.length > 0) {
    await container.resolve(Modules.FILE).deleteFiles(file_ids)
  }
  return new StepResponse({ removed: file_ids.length })
})

/** Removes files that were uploaded a day ago or more and belong to no item of content. */
export const removeOrphanFilesWorkflow = createWorkflow("remove-orphan-content-files", () => {
  return new WorkflowResponse(removeOrphanFilesStep())
})
