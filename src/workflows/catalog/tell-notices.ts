import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { tellNoticesStep } from "./steps/tell-notices"

/** Seconds. Whoever waits finds the notices told; a lock that a stopped process has left is over after a quarter of an hour. */
const LOCK = { key: "kontor:tell-notices", timeout: 60, ttl: 900 }

/** Tells people that goods they wait for are in stock again, or cost less: once each, by mail and in their list. */
export const tellNoticesWorkflow = createWorkflow("tell-notices", () => {
  acquireLockStep(LOCK)
  const told = tellNoticesStep()
  releaseLockStep({ key: LOCK.key })
  return new WorkflowResponse(told)
})
