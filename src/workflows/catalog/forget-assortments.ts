import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { forgetAssortments } from "../../database/visibility/forget-assortments"

/** Needs no compensation: what is forgotten is made again when somebody needs it. */
const forgetAssortmentsStep = createStep("forget-assortments", async (_: void, { container }) => {
  return new StepResponse({ forgotten: await forgetAssortments(container.resolve(ContainerRegistrationKeys.PG_CONNECTION)) })
})

/** Forgets assortments that no contract has any more. */
export const forgetAssortmentsWorkflow = createWorkflow("forget-assortments", () => new WorkflowResponse(forgetAssortmentsStep()))
