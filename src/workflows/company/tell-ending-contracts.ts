import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { tellEndingContractsStep } from "./steps/tell-ending-contracts"

/** Seconds. Whoever waits finds the mails sent; a lock that a stopped process has left is over after a quarter of an hour. */
const LOCK = { key: "kontor:tell-ending-contracts", timeout: 60, ttl: 900 }

/**
 * Tells dealers 14 and 3 days before a contract ends, once each however often it runs; a mail that failed goes out on the next run. A
 * contract that is prolonged is told of anew.
 */
export const tellEndingContractsWorkflow = createWorkflow("tell-ending-contracts", () => {
  acquireLockStep(LOCK)
  const told = tellEndingContractsStep()
  releaseLockStep({ key: LOCK.key })
  return new WorkflowResponse(told)
})
