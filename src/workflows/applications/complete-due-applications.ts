import { SYSTEM_ACTOR } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { dueApplications, madeChanges } from "../../database/applications/due-applications"
import { completeApplicationWorkflow } from "./complete-application"

/** Seconds. Whoever waits finds them completed; a lock that a stopped process has left is over after a quarter of an hour. */
const LOCK = { key: "kontor:complete-applications", timeout: 60, ttl: 900 }

/** Each application is a transaction of its own: one that fails is logged and keeps no other from its end. */
const completeDueStep = createStep("complete-due-applications", async (_: void, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  let completed = 0
  for (const id of [...(await dueApplications(db)), ...(await madeChanges(db))]) {
    try {
      await completeApplicationWorkflow(container).run({ input: { id, message: null, actor: SYSTEM_ACTOR } })
      completed += 1
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Application ${id} was not completed: ${reason}`)
    }
  }
  return new StepResponse({ completed })
})

/** Completes the accepted applications for which all has come that was wanted. Run as often as one likes. */
export const completeDueApplicationsWorkflow = createWorkflow("complete-due-applications", () => {
  acquireLockStep(LOCK)
  const done = completeDueStep()
  releaseLockStep({ key: LOCK.key })
  return new WorkflowResponse(done)
})
