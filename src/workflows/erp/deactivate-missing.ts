import { ErpWorkflows } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { deactivateMissing } from "../../database/loads/deactivate-missing"
import { ERP_MODULE } from "../../modules/erp"
import type ErpModuleService from "../../modules/erp/service"

export interface DeactivateMissingInput {
  source: string
  /** ISO 8601 */
  since: string
}

/** One transaction, hence nothing to compensate. */
const deactivateMissingStep = createStep("deactivate-missing-products", async (input: DeactivateMissingInput, { container }) => {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { options } = container.resolve<ErpModuleService>(ERP_MODULE)
  const deactivated = await db.transaction((trx) =>
    deactivateMissing(trx, { source: input.source, since: new Date(input.since), share: options.deactivationShare })
  )
  return new StepResponse({ deactivated })
})

/** Unpublishes the products of a source that its full export since `since` has not held; refuses beyond the allowed share. */
export const deactivateMissingWorkflow = createWorkflow(ErpWorkflows.deactivateMissing, (input: WorkflowData<DeactivateMissingInput>) => {
  return new WorkflowResponse(deactivateMissingStep(input))
})
