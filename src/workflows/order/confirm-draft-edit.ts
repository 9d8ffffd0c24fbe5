import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import {
  confirmDraftOrderEditWorkflow,
  createOrUpdateOrderPaymentCollectionWorkflow,
  previewOrderChangeStep,
} from "@medusajs/medusa/core-flows"
import { settleDraftStep } from "./steps/set-draft-contract"

/** A change of a draft is confirmed, and the whole priced anew: another quantity may have another price, and another total may reach a threshold. */
export const confirmDraftEditWorkflow = createWorkflow(
  "confirm-draft-edit",
  (input: WorkflowData<{ order_id: string; confirmed_by: string }>) => {
    confirmDraftOrderEditWorkflow.runAsStep({ input })
    const { order_id } = settleDraftStep({ order_id: input.order_id })
    createOrUpdateOrderPaymentCollectionWorkflow.runAsStep({ input: { order_id } })
    return new WorkflowResponse(previewOrderChangeStep(order_id))
  }
)
