import { CartWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { validateContractChoiceStep } from "../company/steps/validate-contract-choice"
import type { CartMoveInput } from "./move-cart"
import { moveCartStep } from "./steps/move-carts"

/** Puts one cart under another contract; the person's active contract stays. */
export const moveCartToContractWorkflow = createWorkflow("move-cart-to-contract", (input: WorkflowData<CartMoveInput>) => {
  validateContractChoiceStep(input)
  const move = moveCartStep(input)
  emitEventStep({ eventName: CartWorkflowEvents.UPDATED, data: { id: input.cart_id } })
  return new WorkflowResponse(move)
})
