import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type PositionChange, setProductPosition } from "../../database/positions/product-position"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"

export interface SetProductPositionInput extends PositionChange {
  actor: Actor
}

/** One transaction with its entry in the log, so that nothing is left to undo. */
const setProductPositionStep = createStep("set-product-position", async ({ actor, ...change }: SetProductPositionInput, { container }) => {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const changed = await setProductPosition(trx, change)
    if (changed) {
      const about = { subject_type: "product", subject_id: change.product_id }
      const sides = { before: { position: changed.before }, after: { position: change.position } }
      await log.append([{ actor, action: "product_position.set", ...about, ...sides }], trx)
    }
  })
  return new StepResponse(undefined)
})

/** Gives a product a sort number by hand. Errors as of `setProductPosition`; the same again writes and logs nothing. */
export const setProductPositionWorkflow = createWorkflow("set-product-position", (input: WorkflowData<SetProductPositionInput>) => {
  return new WorkflowResponse(setProductPositionStep(input))
})
