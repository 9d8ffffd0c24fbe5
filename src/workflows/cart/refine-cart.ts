import { CartWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { type RefineCartInput, refineCartStep } from "./steps/refine-cart"

/** Has the ERP price a formed cart, within its time limit; without its answer our own prices stay. */
export const refineCartWorkflow = createWorkflow("refine-cart", (input: WorkflowData<RefineCartInput>) => {
  const outcome = refineCartStep(input)
  when({ outcome }, ({ outcome }) => outcome.changes.length > 0).then(() => {
    emitEventStep({ eventName: CartWorkflowEvents.UPDATED, data: { id: input.cart_id } })
  })
  return new WorkflowResponse(outcome)
})
