import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { releaseUnheld } from "../../database/reservations/release-unheld"
import { serveFreedWorkflow } from "./serve-freed"

/** One transaction, which asked again does nothing: nothing has to be undone. */
const releaseUnheldStep = createStep("release-unheld", async (input: { order_id: string }, { container }) => {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => releaseUnheld(trx, input))
  return new StepResponse(input)
})

/** Frees what Medusa's edit of an order has reserved although the order holds nothing; what one that does has given up goes to who waits for it. */
export const releaseUnheldWorkflow = createWorkflow("release-unheld", (input: WorkflowData<{ order_id: string }>) => {
  const released = releaseUnheldStep(input)
  serveFreedWorkflow.runAsStep({ input: undefined })
  return new WorkflowResponse(released)
})
