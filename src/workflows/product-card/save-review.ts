import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { type ReviewDraft, saveReview } from "../../database/product-card/save-review"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { ProductCardEvents } from "../../modules/product-card/events"

export interface SaveReviewInput extends ReviewDraft {
  actor: Actor
}

/** One transaction with its entry in the log, so that nothing is left to undo. The log tells that somebody wrote and how he rates, not what. */
const saveReviewStep = createStep("save-product-review", async ({ actor, ...draft }: SaveReviewInput, { container }) => {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const saved = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const { id, before, is_changed } = await saveReview(trx, draft)
    if (is_changed) {
      const { product_id, legal_entity_id, rating } = draft
      const former = before && { product_id, rating: before.rating, state: before.state }
      const sides = { before: former, after: { product_id, rating, state: "new" } }
      const about = { subject_type: "product_review", subject_id: id, legal_entity_id }
      await log.append([{ actor, action: "product_review.submitted", ...about, ...sides }], trx)
    }
    return { id, is_changed }
  })
  return new StepResponse(saved)
})

/** Writes what a person says of a product. Errors as of `saveReview`; the same again changes nothing and is not announced. */
export const saveReviewWorkflow = createWorkflow("save-product-review", (input: WorkflowData<SaveReviewInput>) => {
  const saved = saveReviewStep(input)
  when({ saved }, (data) => data.saved.is_changed).then(() => {
    emitEventStep({ eventName: ProductCardEvents.REVIEW_SUBMITTED, data: transform({ saved }, (data) => ({ id: data.saved.id })) })
  })
  return new WorkflowResponse(saved)
})
