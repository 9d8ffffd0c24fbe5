import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { putNotice, type PutNotice, removeNotice } from "../../database/notices/put-notice"

/** One statement, so that nothing is left to undo. */
const putNoticeStep = createStep("put-notice", async (input: PutNotice, { container }) => {
  return new StepResponse(await putNotice(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input))
})

/** Has a person told of a product. Errors as of `putNotice`. */
export const putNoticeWorkflow = createWorkflow("put-notice", (input: WorkflowData<PutNotice>) => {
  return new WorkflowResponse(putNoticeStep(input))
})

const removeNoticeStep = createStep("remove-notice", async (input: { id: string; employee_id: string }, { container }) => {
  await removeNotice(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input)
  return new StepResponse({ id: input.id })
})

/** Forgets a notice of a person. Errors as of `removeNotice`. */
export const removeNoticeWorkflow = createWorkflow("remove-notice", (input: WorkflowData<{ id: string; employee_id: string }>) => {
  return new WorkflowResponse(removeNoticeStep(input))
})
