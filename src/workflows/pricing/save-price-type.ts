import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { PriceTypeChange } from "../../modules/contract-pricing/rules/owned-by-erp"
import { recordAuditStep } from "../audit/steps/record-audit"
import { createPriceTypeStep, type NewPortalPriceType, savePriceTypeStep } from "./steps/price-types"

/** Makes a price type that is not of the ERP; its region, fallback and retail mark are a change of it. Throws `currency_unknown`. */
export const createPriceTypeWorkflow = createWorkflow(
  "create-portal-price-type",
  (input: NewPortalPriceType & { change: PriceTypeChange; actor: Actor }) => {
    const made = transform({ input }, ({ input: { name, currency_code, includes_vat } }) => ({ name, currency_code, includes_vat }))
    const id = createPriceTypeStep(made)
    const { after } = savePriceTypeStep({ id, change: input.change })
    const entry = transform({ input, id, after }, (data) => ({
      actor: data.input.actor,
      action: "price_type.created",
      subject_type: "price_type",
      subject_id: data.id,
      before: null,
      after: { ...data.after, currency_code: data.input.currency_code.toLowerCase() },
    }))
    recordAuditStep(entry)
    return new WorkflowResponse(id)
  }
)

/** Changes a price type by hand: NOT_FOUND, `erp_owned`, `fallback_to_self`, `price_type_unknown`. */
export const savePriceTypeWorkflow = createWorkflow("save-price-type", (input: { id: string; change: PriceTypeChange; actor: Actor }) => {
  const saved = savePriceTypeStep({ id: input.id, change: input.change })
  const entry = transform({ input, saved }, (data) => ({
    actor: data.input.actor,
    action: "price_type.updated",
    subject_type: "price_type",
    subject_id: data.input.id,
    before: { ...data.saved.before },
    after: { ...data.saved.after },
  }))
  recordAuditStep(entry)
  return new WorkflowResponse(saved)
})
