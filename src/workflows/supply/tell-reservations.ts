import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { tellReservationsStep } from "./steps/tell-reservations"

/** Seconds. Whoever waits finds all told; a lock that a stopped process has left is over after a quarter of an hour. */
const LOCK = { key: "kontor:tell-reservations", timeout: 60, ttl: 900 }

/** Tells dealers whose reservations end soon, have expired or were released, once each however often it runs. */
export const tellReservationsWorkflow = createWorkflow("tell-reservations", () => {
  acquireLockStep(LOCK)
  const told = tellReservationsStep()
  releaseLockStep({ key: LOCK.key })
  return new WorkflowResponse(told)
})
