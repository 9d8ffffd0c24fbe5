import { createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { bindManagerAssignmentsStep } from "./steps/bind-manager-assignments"

/** A new user takes over the clients that the ERP assigned to his e-mail. The result is how many assignments found him. */
export const bindManagerAssignmentsWorkflow = createWorkflow("bind-manager-assignments", (input: WorkflowData<{ user_id: string }>) => {
  return new WorkflowResponse(bindManagerAssignmentsStep(input))
})
