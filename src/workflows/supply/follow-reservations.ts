import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { followReservationsStep } from "./steps/follow-reservations"
import { serveFreedWorkflow } from "./serve-freed"
import { tellReservationsWorkflow } from "./tell-reservations"

/** Seconds. Whoever waits finds all done; a lock that a stopped process has left is over after a quarter of an hour. */
const LOCK = { key: "kontor:follow-reservations", timeout: 60, ttl: 900 }

/** Lets reservations follow the time and the states of their orders: what has expired or left is released, what is to be held is held, what was freed goes to who waits for it, and dealers are told. */
export const followReservationsWorkflow = createWorkflow("follow-reservations", () => {
  acquireLockStep(LOCK)
  const followed = followReservationsStep()
  releaseLockStep({ key: LOCK.key })
  serveFreedWorkflow.runAsStep({ input: undefined })
  tellReservationsWorkflow.runAsStep({ input: undefined })
  return new WorkflowResponse(followed)
})
