import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { PricingEvents } from "../../modules/contract-pricing/events"
import { recordAuditStep } from "../audit/steps/record-audit"
import { factsOfRate, keyOfRate } from "./facts-of-rate"
import { putCurrencyRateStep, type ToldCurrencyRate } from "./steps/currency-rates"

export type PutCurrencyRateInput = ToldCurrencyRate & { actor: Actor }

/** Makes or corrects the rate of a day by the hand of the staff. The same again changes nothing. Refusals: see the step. */
export const putCurrencyRateWorkflow = createWorkflow("put-currency-rate", (input: PutCurrencyRateInput) => {
  const told = transform({ input }, ({ input: { actor: _, ...rate } }) => rate)
  const { rate, before, is_changed } = putCurrencyRateStep(told)
  when({ is_changed }, (data) => data.is_changed).then(() => {
    const entry = transform({ input, rate, before }, (data) => ({
      actor: data.input.actor,
      action: data.before ? "currency_rate.updated" : "currency_rate.created",
      subject_type: "currency_rate",
      subject_id: data.rate.id,
      before: data.before && factsOfRate(data.before),
      after: factsOfRate(data.rate),
    }))
    recordAuditStep(entry)
    emitEventStep({ eventName: PricingEvents.CURRENCY_RATE_CHANGED, data: transform({ rate }, (data) => keyOfRate(data.rate)) })
  })
  return new WorkflowResponse(rate)
})
