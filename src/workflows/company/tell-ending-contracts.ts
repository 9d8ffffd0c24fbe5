import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { tellEndingContractsStep } from "./steps/tell-ending-contracts"

/** Tells dealers 14 and 3 days before a contract ends, once each however often it runs. A contract that is prolonged is told of anew. */
export const tellEndingContractsWorkflow = createWorkflow("tell-ending-contracts", () => {
  return new WorkflowResponse(tellEndingContractsStep())
})
