import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseOfCancelled } from "../../database/promises/release-of-cancelled"
import { serveShipped } from "../../database/promises/serve-shipped"

/** One transaction, which asked again does nothing: nothing has to be undone. */
const releaseOfEndedStep = createStep("release-of-ended", async (_: void, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return new StepResponse(
    await db.transaction(async (trx) => ({ released: await releaseOfCancelled(trx), shipped: await serveShipped(trx) }))
  )
})

/** What was cancelled or shipped waits no more: gives what it was promised to who waits for it, and tells of how many demands. */
export const releaseOfEndedWorkflow = createWorkflow("release-of-ended", () => new WorkflowResponse(releaseOfEndedStep()))
