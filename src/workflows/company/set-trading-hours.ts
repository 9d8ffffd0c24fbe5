import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { saveTradingHours, type TradingHoursChange, writeTradingHours } from "../../database/trading-hours/save-trading-hours"
import { hoursInWords } from "../../modules/company/rules/trading-hours/hours-in-words"
import { settledHours } from "../../modules/company/rules/trading-hours/trading-hours"
import { recordAuditStep } from "../audit/steps/record-audit"

export type SetTradingHoursInput = TradingHoursChange & { actor: Actor }

/** Undone by writing what stood before. */
const setTradingHoursStep = createStep(
  "set-trading-hours",
  async ({ hours, ...change }: TradingHoursChange, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const saved = await db.transaction((trx) => saveTradingHours(trx, { ...change, hours: hours && settledHours(hours) }))
    return new StepResponse(saved, saved.has_changed ? { id: change.id, hours: saved.before } : null)
  },
  async (undo, { container }) => {
    if (undo) {
      await writeTradingHours(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), undo)
    }
  }
)

/** When clients of a category may place orders; what changes nothing is not logged. Errors as of `saveTradingHours`. */
export const setTradingHoursWorkflow = createWorkflow("set-trading-hours", (input: SetTradingHoursInput) => {
  const saved = setTradingHoursStep({ id: input.id, updated_at: input.updated_at, hours: input.hours })
  const entries = transform({ input, saved }, ({ input: { actor, id }, saved: { before, after, has_changed } }) =>
    has_changed
      ? [
          {
            ...{ actor, action: "client_category.hours_changed", subject_type: "client_category", subject_id: id },
            before: before && hoursInWords(before),
            after: after && hoursInWords(after),
          },
        ]
      : []
  )
  recordAuditStep(entries)
  return new WorkflowResponse(saved)
})
