import { ErpWorkflows, type InboxEntry } from "@kontor/framework"
import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { processInboxStep } from "./steps/process-inbox"

/**
 * Reads a delivered file, merges it, and tells what became of it. Files of one source are applied in the order in which they came; the
 * outcome (also that of a refused package) is on the entry, so the workflow fails only when there is no such entry.
 */
export const processInboxWorkflow = createWorkflow(ErpWorkflows.processInbox, (input: WorkflowData<{ inbox_id: string }>) => {
  const entry: WorkflowData<InboxEntry> = processInboxStep(input)
  return new WorkflowResponse(entry)
})
