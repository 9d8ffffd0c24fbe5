import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { type DecidedReview, decideReviews, type ReviewDecision } from "../../database/product-card/decide-reviews"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { ProductCardEvents } from "../../modules/product-card/events"

export interface DecideReviewsInput extends Omit<ReviewDecision, "decided_by"> {
  actor: Actor
}

/** One transaction with its entries in the log, so that nothing is left to undo. */
const decideReviewsStep = createStep("decide-product-reviews", async ({ actor, ...decision }: DecideReviewsInput, { container }) => {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const decided = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const rows = await decideReviews(trx, { ...decision, decided_by: actor.id })
    await log.append(
      rows.map((row) => entryOf(row, decision, actor)),
      trx
    )
    return rows.map(({ id }) => id)
  })
  return new StepResponse(decided)
})

function entryOf(row: DecidedReview, { state, reason }: Pick<ReviewDecision, "state" | "reason">, actor: Actor) {
  const { id, product_id, legal_entity_id, rating, former_state, former_reason } = row
  return {
    actor,
    action: "product_review.decided",
    subject_type: "product_review",
    subject_id: id,
    legal_entity_id,
    before: { product_id, rating, state: former_state, reason: former_reason },
    after: { product_id, rating, state, reason },
  }
}

/** Publishes or declines reviews; gives the ids of those that were. Each is announced. */
export const decideReviewsWorkflow = createWorkflow("decide-product-reviews", (input: WorkflowData<DecideReviewsInput>) => {
  const decided = decideReviewsStep(input)
  emitEventStep({ eventName: ProductCardEvents.REVIEW_DECIDED, data: transform({ decided }, (data) => data.decided.map((id) => ({ id }))) })
  return new WorkflowResponse(decided)
})
