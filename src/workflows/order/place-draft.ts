import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { followDraftTotalWorkflow } from "./follow-draft-total"
import { type PlaceDraftInput, placeDraftStep } from "./steps/place-draft"
import { PRICE_REFUSALS } from "./steps/place-order"

/**
 * Places an order that staff have made for a dealer, or tells every reason why it cannot be placed: prices that have changed are written into it then. The event
 * follows the commit.
 */
export const placeDraftWorkflow = createWorkflow("place-draft", (input: WorkflowData<PlaceDraftInput>) => {
  const outcome = placeDraftStep(input)
  when({ outcome }, ({ outcome }) => outcome.is_new).then(() => {
    emitEventStep({ eventName: OrderWorkflowEvents.PLACED, data: { id: input.order_id } })
  })
  when({ outcome }, ({ outcome }) => outcome.refusals.some(({ code }) => PRICE_REFUSALS.has(code))).then(() => {
    followDraftTotalWorkflow.runAsStep({ input: { order_id: input.order_id } })
  })
  return new WorkflowResponse(outcome)
})
