import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { refreshPaymentCollectionForCartWorkflow } from "@medusajs/medusa/core-flows"
import { type CartPromotionsChange, changeCartPromotionsStep } from "./steps/change-cart-promotions"

export type { CartPromotionsChange }

/**
 * Puts codes of promotions on an open cart or takes them off, and prices it anew; what is to be paid follows. A code that takes nothing off now is not kept.
 *
 * @throws INVALID_DATA for a code that there is not; NOT_ALLOWED with the code of the reason for a cart that cannot be changed; CONFLICT where somebody else holds it
 */
export const changeCartPromotionsWorkflow = createWorkflow("change-cart-promotions", (input: CartPromotionsChange) => {
  const changed = changeCartPromotionsStep(input)
  when({ changed }, ({ changed: { is_paid_by_collection } }) => is_paid_by_collection).then(() => {
    refreshPaymentCollectionForCartWorkflow.runAsStep({ input: transform({ input }, ({ input: { cart_id } }) => ({ cart_id })) })
  })
  return new WorkflowResponse(changed)
})
