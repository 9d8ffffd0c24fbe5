import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { restoreThreshold, saveThreshold, type ThresholdChange } from "../../database/pricing/save-threshold"
import type { ThresholdListing } from "../../database/pricing/threshold-listing"
import { recordAuditStep } from "../audit/steps/record-audit"

export type SavePriceThresholdInput = ThresholdChange & { actor: Actor }

/** Undone by writing what stood before; one that is new is gone again. */
const savePriceThresholdStep = createStep(
  "save-price-threshold",
  async (change: ThresholdChange, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const saved = await db.transaction((trx) => saveThreshold(trx, change))
    return new StepResponse(saved, saved)
  },
  async (saved, { container }) => {
    if (saved) {
      await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => restoreThreshold(trx, saved))
    }
  }
)

/** Makes, changes or ends a threshold by hand; what changes nothing is not logged. Errors as of `saveThreshold`. */
export const savePriceThresholdWorkflow = createWorkflow("save-price-threshold", (input: SavePriceThresholdInput) => {
  const saved = savePriceThresholdStep({ id: input.id, updated_at: input.updated_at, draft: input.draft })
  const entries = transform({ input, saved }, ({ input: { actor }, saved: { id, before, after } }) => {
    const action = before === null ? "created" : after === null ? "ended" : "updated"
    const facts = { before: before && factsOf(before), after: after && factsOf(after) }
    return JSON.stringify(facts.before) === JSON.stringify(facts.after)
      ? []
      : [{ actor, action: `price_threshold.${action}`, subject_type: "price_threshold", subject_id: id, ...facts }]
  })
  recordAuditStep(entries)
  return new WorkflowResponse(saved)
})

/** What the log keeps of a threshold, in words that people read. */
function factsOf({ scope, basis, from_amount, currency_code, price_type, starts_on, ends_on }: ThresholdListing) {
  const scope_name = scope.name ?? scope.id
  return { scope_kind: scope.kind, scope_name, basis, from_amount, currency_code, price_type: price_type.name, starts_on, ends_on }
}
