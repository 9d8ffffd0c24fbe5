import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { type CategoryMove, moveCategory } from "../../database/groups/move-category"
import { inRulesTransaction } from "../../database/pricing/in-rules-transaction"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { auditOfGroups } from "./audit-of-groups"

export type MoveCategoryInput = CategoryMove & { actor: Actor }

/** Needs no compensation: tree, catalogue and log are written in one transaction. */
const moveCategoryStep = createStep("move-category", async ({ actor, ...move }: MoveCategoryInput, { container }) => {
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  await inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), async (trx) => {
    const { before, after, detached } = await moveCategory(trx, move)
    const told = { actor, action: "catalog_category.moved", subject_type: "catalog_category", subject_id: move.id }
    const isMoved = before.parent !== after.parent || before.place !== after.place
    await audit.append(
      [
        ...(isMoved ? [{ ...told, before: { ...before }, after: { ...after } }] : []),
        ...detached.flatMap(({ source, groups }) => auditOfGroups(actor, source, groups)),
      ],
      trx
    )
  })
  return new StepResponse({ id: move.id })
})

/** Moves a category with all below it. Errors as of `moveCategory`, and `prices_being_loaded`. */
export const moveCategoryWorkflow = createWorkflow("move-category", (input: WorkflowData<MoveCategoryInput>) => {
  return new WorkflowResponse(moveCategoryStep(input))
})
