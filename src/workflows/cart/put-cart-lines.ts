import { CartWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { type PutCartLinesInput, putCartLinesStep } from "./steps/put-cart-lines"

/**
 * Puts many lines into a cart at once, by article or variant. One step, since the cost of a workflow is in copying what goes between
 * steps; the answer tells for every line what became of it.
 */
export const putCartLinesWorkflow = createWorkflow("put-cart-lines", (input: WorkflowData<PutCartLinesInput>) => {
  const result = putCartLinesStep(input)
  emitEventStep({ eventName: CartWorkflowEvents.UPDATED, data: { id: input.cart_id } })
  return new WorkflowResponse(result)
})
