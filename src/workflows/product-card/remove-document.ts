import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { removeDocument } from "../../database/product-card/save-document"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { dropFilesStep } from "../applications/steps/keep-files"

/** One transaction with its entry in the log, so that nothing is left to undo. */
const removeDocumentStep = createStep("remove-product-document", async ({ id, actor }: { id: string; actor: Actor }, { container }) => {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const file_id = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const removed = await removeDocument(trx, { id })
    const about = { subject_type: "product_document", subject_id: id, before: removed.before }
    await log.append([{ actor, action: "product_document.removed", ...about }], trx)
    return removed.file_id
  })
  return new StepResponse(file_id)
})

/** Takes a document off all cards and removes its file. Errors as of `removeDocument`. */
export const removeDocumentWorkflow = createWorkflow("remove-product-document", (input: { id: string; actor: Actor }) => {
  const file_id = removeDocumentStep(input)
  dropFilesStep(transform({ file_id }, (data) => [{ file_id: data.file_id }]))
  return new WorkflowResponse({ id: input.id })
})
