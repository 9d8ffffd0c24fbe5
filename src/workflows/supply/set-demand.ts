import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { type DemandSetting, putDemandSetting } from "../../database/promises/demand-setting"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"

/** In one transaction with its audit entry: nothing has to be undone. */
const setDemandStep = createStep("set-demand", async ({ actor, setting }: { actor: Actor; setting: DemandSetting }, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  await db.transaction(async (trx) => {
    const before = await putDemandSetting(trx, setting)
    await audit.append([{ actor, action: "demand.set", subject_type: "demand_setting", subject_id: "demand", before, after: setting }], trx)
  })
  return new StepResponse(setting)
})

/** Says where goods may be ordered beyond stock, and how much of a supply line one client may have. What was promised stands. */
export const setDemandWorkflow = createWorkflow("set-demand", (input: WorkflowData<{ actor: Actor; setting: DemandSetting }>) => {
  return new WorkflowResponse(setDemandStep(input))
})
