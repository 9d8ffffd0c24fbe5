import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { rebuildCatalog } from "../../database/loads/rebuild-catalog"
import { recordAuditStep } from "../audit/steps/record-audit"

/** Needs no compensation: one transaction, and what it writes follows from Medusa's tables alone. */
const rebuildCatalogStep = createStep("rebuild-catalog", async (_: Record<string, never>, { container }) => {
  return new StepResponse(await rebuildCatalog(container.resolve(ContainerRegistrationKeys.PG_CONNECTION)))
})

/** Makes the dealer catalogue anew from Medusa's products. */
export const rebuildCatalogWorkflow = createWorkflow("rebuild-catalog", (input: WorkflowData<{ actor: Actor }>) => {
  const counts = rebuildCatalogStep({})
  const entry = transform({ input, counts }, (data) => ({
    ...{ actor: data.input.actor, action: "catalog.rebuilt", subject_type: "catalog", subject_id: "catalog" },
    after: data.counts,
  }))
  recordAuditStep(entry)
  return new WorkflowResponse(counts)
})
