import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { restoreSupply, type SavedSupply, saveSupply, type StandingSupply, type SupplyChange } from "../../database/supplies/save-supply"
import { SupplyEvents } from "../../modules/supply/events"
import { describeLines } from "../../modules/supply/rules/describe-lines"
import { recordAuditStep } from "../audit/steps/record-audit"

export type SaveSupplyInput = SupplyChange & { actor: Actor }

/** Undone by writing what stood before; one that is new is gone again. */
const saveSupplyStep = createStep(
  "save-supply",
  async (change: SupplyChange, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const saved = await db.transaction((trx) => saveSupply(trx, change))
    return new StepResponse(saved, saved)
  },
  async (saved, { container }) => {
    if (saved) {
      await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => restoreSupply(trx, saved))
    }
  }
)

/** Makes or changes a supply by hand; what changes nothing is neither logged nor announced. Errors as of `saveSupply`. */
export const saveSupplyWorkflow = createWorkflow("save-supply", (input: SaveSupplyInput) => {
  const saved = saveSupplyStep(transform({ input }, ({ input: { actor: _, ...change } }) => change))
  when({ saved }, (data) => data.saved.is_changed).then(() => {
    recordAuditStep(
      transform({ input, saved }, ({ input: { actor }, saved: { id, before, after } }) => auditOf(actor, { id, before, after }))
    )
    emitEventStep({ eventName: SupplyEvents.SUPPLY_CHANGED, data: transform({ saved }, (data) => ({ id: data.saved.id })) })
  })
  return new WorkflowResponse(saved)
})

function auditOf(actor: Actor, { id, before, after }: Pick<SavedSupply, "id" | "before" | "after">) {
  const lines = describeLines(before?.lines ?? [], after.lines)
  return {
    actor,
    action: before ? "supply.updated" : "supply.created",
    subject_type: "supply",
    subject_id: id,
    before: before && { ...factsOf(before), lines: lines.before },
    after: { ...factsOf(after), lines: lines.after },
  }
}

function factsOf({ number, state, expected_on, warehouse_id, supplier_name, comment }: StandingSupply) {
  return { number, state, expected_on, warehouse_id, supplier_name, comment }
}
