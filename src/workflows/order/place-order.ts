import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { type PlaceOrderInput, placeOrderStep } from "./steps/place-order"

/**
 * Places the order of a cart, or tells every reason why it cannot be placed. The event follows the commit; should the process die
 * between the two, the order and its outbox row are there all the same.
 */
export const placeOrderWorkflow = createWorkflow("place-order", (input: WorkflowData<PlaceOrderInput>) => {
  const outcome = placeOrderStep(input)
  when({ outcome }, ({ outcome }) => outcome.is_new).then(() => {
    emitEventStep({ eventName: OrderWorkflowEvents.PLACED, data: { id: outcome.order_id } })
  })
  return new WorkflowResponse(outcome)
})
