import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { decidedReview } from "../../database/product-card/decided-review"
import { sendMail } from "../mail/send-mail"

/** Who may not sign in any more is told nothing; what was written anew meanwhile is told when it is decided. */
const tellReviewAuthorStep = createStep("tell-review-author", async ({ id }: { id: string }, { container }) => {
  const decided = await decidedReview(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (decided) {
    const { email, decided_at, ...data } = decided
    await sendMail(container, { to: email, template: "review_decided", data, idempotency_key: `review-${id}-${decided_at}` })
  }
  return new StepResponse(undefined)
})

/** Tells the author what was decided about his review, once however often it runs. */
export const tellReviewAuthorWorkflow = createWorkflow("tell-review-author", (input: { id: string }) => {
  return new WorkflowResponse(tellReviewAuthorStep(input))
})
