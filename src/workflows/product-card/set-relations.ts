import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { setRelations, type SetRelations } from "../../database/product-card/set-relations"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"

export interface SetRelationsInput extends SetRelations {
  actor: Actor
}

/** One transaction with its entry in the log, so that nothing is left to undo. */
const setRelationsStep = createStep("set-product-relations", async ({ actor, ...input }: SetRelationsInput, { container }) => {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const changed = await setRelations(trx, input)
    if (changed) {
      const { product_id, kind } = input
      const sides = { before: { [kind]: changed.before }, after: { [kind]: changed.after } }
      await log.append([{ actor, action: "product_relations.set", subject_type: "product", subject_id: product_id, ...sides }], trx)
    }
  })
  return new StepResponse(undefined)
})

/** Says what belongs to a product. Errors as of `setRelations`; the same again writes and logs nothing. */
export const setRelationsWorkflow = createWorkflow("set-product-relations", (input: WorkflowData<SetRelationsInput>) => {
  return new WorkflowResponse(setRelationsStep(input))
})
