import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { describeChange } from "../../database/pricing/describe-change"
import { inRulesTransaction } from "../../database/pricing/in-rules-transaction"
import { type AdjustmentChange, restoreAdjustment, saveAdjustment } from "../../database/pricing/save-adjustment"
import { recordAuditStep } from "../audit/steps/record-audit"

export type SavePriceAdjustmentInput = AdjustmentChange & { actor: Actor }

/** Undone by writing what stood before; one that is new is gone again. */
const savePriceAdjustmentStep = createStep(
  "save-price-adjustment",
  async (change: AdjustmentChange, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return inRulesTransaction(db, async (trx) => {
      const { before, after, has_changed, articles } = await saveAdjustment(trx, change)
      const facts = has_changed ? await describeChange(trx, before?.facts ?? null, after.facts) : null
      return new StepResponse({ id: after.id, is_new: before === null, facts, articles }, has_changed ? { id: after.id, before } : null)
    })
  },
  async (done, { container }) => {
    if (done) {
      await inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), (trx) => restoreAdjustment(trx, done))
    }
  }
)

/**
 * Makes an adjustment by hand or changes one; what changes nothing is not logged. Errors as of `saveAdjustment` and `resolveAdjustment`;
 * `prices_being_loaded` when a load holds what it needs.
 */
export const savePriceAdjustmentWorkflow = createWorkflow("save-price-adjustment", (input: SavePriceAdjustmentInput) => {
  const saved = savePriceAdjustmentStep({ id: input.id, updated_at: input.updated_at, draft: input.draft })
  const entries = transform({ input, saved }, ({ input: { actor }, saved: { id, is_new, facts } }) =>
    facts === null
      ? []
      : is_new
        ? [{ actor, action: "price_adjustment.created", subject_type: "price_adjustment", subject_id: id, ...facts }]
        : [{ actor, action: "price_adjustment.updated", subject_type: "price_adjustment", subject_id: id, ...facts }]
  )
  recordAuditStep(entries)
  return new WorkflowResponse(saved)
})
