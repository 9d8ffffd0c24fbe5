import { CartWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { refreshCartPricesStep } from "./steps/refresh-cart-prices"

/** Brings the prices of a cart up to date before its dealer sees it. */
export const refreshCartPricesWorkflow = createWorkflow("refresh-cart-prices", (input: WorkflowData<{ cart_id: string }>) => {
  refreshCartPricesStep(input)
  emitEventStep({ eventName: CartWorkflowEvents.UPDATED, data: { id: input.cart_id } })
  return new WorkflowResponse(void 0)
})
