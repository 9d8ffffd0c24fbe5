import { ErpWorkflows } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { markOrdersConfirmed } from "../../database/ordering/mark-outbound-orders"

export interface ConfirmOutboundOrdersInput {
  source: string
  order_ids: string[]
}

const confirmOutboundOrdersStep = createStep("confirm-outbound-orders", async (input: ConfirmOutboundOrdersInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return new StepResponse({ order_ids: await markOrdersConfirmed(db, input) })
})

/** The ERP has committed the orders: they are not sent again. Confirming one twice changes nothing. */
export const confirmOutboundOrdersWorkflow = createWorkflow(
  ErpWorkflows.confirmOrders,
  (input: WorkflowData<ConfirmOutboundOrdersInput>) => new WorkflowResponse(confirmOutboundOrdersStep(input))
)
