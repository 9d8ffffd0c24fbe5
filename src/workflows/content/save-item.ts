import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { isDeepStrictEqual } from "node:util"
import { type ItemChange, type SavedItem, saveItem } from "../../database/content/save-item"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { CONTENT_MODULE } from "../../modules/content"
import type ContentModuleService from "../../modules/content/service"

export type SaveItemInput = ItemChange & { actor: Actor }

/** One transaction with its entry in the log, so that nothing is left to undo. */
const saveItemStep = createStep("save-content-item", async ({ actor, ...change }: SaveItemInput, { container }) => {
  const { videoHosts } = container.resolve<ContentModuleService>(CONTENT_MODULE)
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const saved = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const done = await saveItem(trx, change, videoHosts)
    if (!isDeepStrictEqual(done.before, done.after)) {
      await log.append([auditOf(actor, done)], trx)
    }
    return done
  })
  return new StepResponse({ id: saved.id })
})

/** Makes, changes or deletes an item of content; what changes nothing is not logged. Errors as of `saveItem`. */
export const saveItemWorkflow = createWorkflow("save-content-item", (input: WorkflowData<SaveItemInput>) => {
  return new WorkflowResponse(saveItemStep(input))
})

function auditOf(actor: Actor, { id, before, after }: SavedItem) {
  const action = before === null ? "content_item.created" : after === null ? "content_item.deleted" : "content_item.updated"
  return { actor, action, subject_type: "content_item", subject_id: id, before, after }
}
