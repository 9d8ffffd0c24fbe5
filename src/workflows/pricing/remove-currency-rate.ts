import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { PricingEvents } from "../../modules/contract-pricing/events"
import { recordAuditStep } from "../audit/steps/record-audit"
import { factsOfRate, keyOfRate } from "./facts-of-rate"
import { removeCurrencyRateStep } from "./steps/currency-rates"

/** Removes the rate of a day; the bank day before holds again. NOT_FOUND for an unknown one, `erp_owned` for one of the ERP. */
export const removeCurrencyRateWorkflow = createWorkflow("remove-currency-rate", (input: { id: string; actor: Actor }) => {
  const rate = removeCurrencyRateStep({ id: input.id })
  const entry = transform({ input, rate }, (data) => ({
    actor: data.input.actor,
    action: "currency_rate.deleted",
    subject_type: "currency_rate",
    subject_id: data.input.id,
    before: factsOfRate(data.rate),
  }))
  recordAuditStep(entry)
  emitEventStep({ eventName: PricingEvents.CURRENCY_RATE_CHANGED, data: transform({ rate }, (data) => keyOfRate(data.rate)) })
  return new WorkflowResponse({ id: input.id })
})
