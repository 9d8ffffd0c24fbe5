import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type PropertyChange, saveProperty } from "../../database/properties/save-property"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { changedFields } from "../../modules/company/rules/changed-fields"

export interface SavePropertyInput {
  id: string
  change: PropertyChange
  actor: Actor
}

/** One transaction with its entry in the log, so that nothing is left to undo. */
const savePropertyStep = createStep("save-catalog-property", async ({ id, change, actor }: SavePropertyInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const saved = await db.transaction(async (trx) => {
    const { before, after } = await saveProperty(trx, id, change)
    const changed = changedFields(before, after)
    if (Object.keys(changed.after).length > 0) {
      await log.append([{ actor, action: "catalog_property.changed", subject_type: "catalog_property", subject_id: id, ...changed }], trx)
    }
    return after
  })
  return new StepResponse(saved)
})

/** Sets how dealers narrow and search the catalogue by a property. NOT_FOUND for none. */
export const savePropertyWorkflow = createWorkflow("save-catalog-property", (input: WorkflowData<SavePropertyInput>) => {
  return new WorkflowResponse(savePropertyStep(input))
})
