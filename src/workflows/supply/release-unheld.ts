import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { releaseUnheld } from "../../database/reservations/release-unheld"

/** One transaction, which asked again does nothing: nothing has to be undone. */
const releaseUnheldStep = createStep("release-unheld", async (input: { order_id: string }, { container }) => {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => releaseUnheld(trx, input))
  return new StepResponse(input)
})

/** Frees what Medusa's edit of an order has reserved although the order holds nothing. */
export const releaseUnheldWorkflow = createWorkflow(
  "release-unheld",
  (input: WorkflowData<{ order_id: string }>) => new WorkflowResponse(releaseUnheldStep(input))
)
