import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { setReviewSignature } from "../../database/product-card/review-signature"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import type { Signature } from "../../modules/product-card/rules/review"

export interface SetReviewSignatureInput {
  legal_entity_id: string
  shown: Signature
  actor: Actor
}

/** One transaction with its entry in the log, so that nothing is left to undo. */
const setReviewSignatureStep = createStep("set-review-signature", async ({ actor, ...input }: SetReviewSignatureInput, { container }) => {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const { legal_entity_id, shown } = input
    const before = await setReviewSignature(trx, input)
    if (before !== shown) {
      const about = { subject_type: "legal_entity", subject_id: legal_entity_id, legal_entity_id }
      await log.append([{ actor, action: "review_signature.set", ...about, before: { shown: before }, after: { shown } }], trx)
    }
  })
  return new StepResponse(undefined)
})

/** Says how the authors of an entity are named under their reviews, those that stand already too. */
export const setReviewSignatureWorkflow = createWorkflow("set-review-signature", (input: WorkflowData<SetReviewSignatureInput>) => {
  return new WorkflowResponse(setReviewSignatureStep(input))
})
