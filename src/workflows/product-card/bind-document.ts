import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { bindDocument, type DocumentBinding, type DocumentTargets } from "../../database/product-card/bind-document"
import { standingDocument } from "../../database/product-card/save-document"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"

export interface BindDocumentInput extends DocumentBinding {
  id: string
  actor: Actor
}

/** Named in one entry of the log, which takes no longer ones; the numbers are whole. */
const LOGGED_MAX = 50

/** One transaction with its entry in the log, so that nothing is left to undo. */
const bindDocumentStep = createStep("bind-product-document", async ({ actor, ...input }: BindDocumentInput, { container }) => {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const bound = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    await standingDocument(trx, { id: input.id, version: null })
    const done = await bindDocument(trx, input)
    if (done.added + done.removed > 0) {
      const about = { subject_type: "product_document", subject_id: input.id }
      const sides = {
        before: { removed: done.removed, ...named(input.remove) },
        after: { added: done.added, ...named(input.add), articles: input.add.articles.slice(0, LOGGED_MAX) },
      }
      await log.append([{ actor, action: "product_document.bound", ...about, ...sides }], trx)
    }
    return done
  })
  return new StepResponse(bound)
})

const named = ({ product_ids, category_ids, brands }: DocumentTargets) => ({
  products: product_ids.slice(0, LOGGED_MAX),
  categories: category_ids.slice(0, LOGGED_MAX),
  brands: brands.slice(0, LOGGED_MAX),
})

/** Binds a document to things and takes it off others. Errors as of `bindDocument`. */
export const bindDocumentWorkflow = createWorkflow("bind-product-document", (input: WorkflowData<BindDocumentInput>) => {
  return new WorkflowResponse(bindDocumentStep(input))
})
