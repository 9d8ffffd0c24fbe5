import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { foldPendingLists } from "../../database/catalog/fold-pending-lists"

/** Needs no compensation: the indexes say what they said. */
export const foldPendingListsStep = createStep("fold-pending-lists", async (_: void, { container }) => {
  return new StepResponse({ pages: await foldPendingLists(container.resolve(ContainerRegistrationKeys.PG_CONNECTION)) })
})

/** Makes searches fast again after many entries were written. */
export const foldPendingListsWorkflow = createWorkflow("fold-pending-lists", () => new WorkflowResponse(foldPendingListsStep()))
