import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { tellOfApplicationStep, type TellOfApplicationInput } from "./steps/tell-of-application"

/** Tells the applicant and the staff in charge what happened to an application, once however often it runs. */
export const tellOfApplicationWorkflow = createWorkflow("tell-of-application", (input: TellOfApplicationInput) => {
  return new WorkflowResponse(tellOfApplicationStep(input))
})
