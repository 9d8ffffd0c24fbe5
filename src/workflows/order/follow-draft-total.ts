import { createWorkflow, when, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { createOrUpdateOrderPaymentCollectionWorkflow, useQueryGraphStep } from "@medusajs/medusa/core-flows"

interface PaidOrder {
  payment_collections?: ({ id: string } | null)[] | null
}

/** Lets what is to be paid of an order follow its total, which another price has changed; nothing where nobody has said yet what is to be paid. */
export const followDraftTotalWorkflow = createWorkflow("follow-draft-total", (input: WorkflowData<{ order_id: string }>) => {
  const { data: orders } = useQueryGraphStep({ entity: "order", filters: { id: input.order_id }, fields: ["id", "payment_collections.id"] })
  when({ orders }, ({ orders }) => orders.some((order: PaidOrder) => (order.payment_collections ?? []).some(Boolean))).then(() => {
    createOrUpdateOrderPaymentCollectionWorkflow.runAsStep({ input: { order_id: input.order_id } })
  })
})
