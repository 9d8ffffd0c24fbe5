import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { forgetEdited } from "../../database/loads/stage/forget-edited"

/** Needs no compensation: what is forgotten is only read once more. */
const forgetEditedStep = createStep("forget-edited-goods", async (input: { ids: string[] }, { container }) => {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return new StepResponse({ forgotten: await forgetEdited(db, input.ids) })
})

/** Makes the ERP's next delivery put right products, variants and stock levels (by their ids) that were edited here. */
export const forgetEditedWorkflow = createWorkflow("forget-edited-goods", (input: WorkflowData<{ ids: string[] }>) => {
  return new WorkflowResponse(forgetEditedStep(input))
})
