import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseOfCancelled } from "../../database/promises/release-of-cancelled"

/** One transaction, which asked again does nothing: nothing has to be undone. */
const releaseOfCancelledStep = createStep("release-of-cancelled", async (_: void, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return new StepResponse({ released: await db.transaction((trx) => releaseOfCancelled(trx)) })
})

/** Gives what was promised to cancelled orders to who waits for it. */
export const releaseOfCancelledWorkflow = createWorkflow("release-of-cancelled", () => new WorkflowResponse(releaseOfCancelledStep()))
