import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { tellPromiseChangesStep } from "./steps/tell-promise-changes"

/** Seconds. Whoever waits finds all told; a lock that a stopped process has left is over after a quarter of an hour. */
const LOCK = { key: "kontor:tell-promise-changes", timeout: 60, ttl: 900 }

/** Tells dealers whose promises are for other days than they know, once each however often it runs. */
export const tellPromiseChangesWorkflow = createWorkflow("tell-promise-changes", () => {
  acquireLockStep(LOCK)
  const told = tellPromiseChangesStep()
  releaseLockStep({ key: LOCK.key })
  return new WorkflowResponse(told)
})
