import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { describeChange } from "../../database/pricing/describe-change"
import { inRulesTransaction } from "../../database/pricing/in-rules-transaction"
import { endStandingAdjustment, restoreAdjustment } from "../../database/pricing/save-adjustment"
import { recordAuditStep } from "../audit/steps/record-audit"

export interface EndPriceAdjustmentInput {
  id: string
  /** The version that is to be ended; null = whatever it is. */
  updated_at: string | null
  actor: Actor
}

/** Undone by making it live again, with all it aimed at. */
const endPriceAdjustmentStep = createStep(
  "end-price-adjustment",
  async ({ id, updated_at }: Omit<EndPriceAdjustmentInput, "actor">, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return inRulesTransaction(db, async (trx) => {
      const { before, has_changed } = await endStandingAdjustment(trx, { id, updated_at })
      const facts = has_changed ? await describeChange(trx, before.facts, null) : null
      return new StepResponse({ facts }, has_changed ? { id, before } : null)
    })
  },
  async (done, { container }) => {
    if (done) {
      await inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), (trx) => restoreAdjustment(trx, done))
    }
  }
)

/** Ends an adjustment that was made by hand; ended again it stays so. NOT_FOUND for an unknown id; `erp_owned`, `changed_meanwhile`. */
export const endPriceAdjustmentWorkflow = createWorkflow("end-price-adjustment", (input: EndPriceAdjustmentInput) => {
  const ended = endPriceAdjustmentStep({ id: input.id, updated_at: input.updated_at })
  const entries = transform({ input, ended }, ({ input: { actor, id }, ended: { facts } }) =>
    facts === null ? [] : [{ actor, action: "price_adjustment.ended", subject_type: "price_adjustment", subject_id: id, ...facts }]
  )
  recordAuditStep(entries)
  return new WorkflowResponse(ended)
})
