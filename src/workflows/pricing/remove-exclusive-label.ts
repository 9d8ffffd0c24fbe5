import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../audit/steps/record-audit"
import { removeExclusiveLabelStep } from "./steps/exclusive-labels"

/** Lets adjustments hold again for what bears the label. NOT_FOUND for an unknown one, `erp_owned` for one of the ERP. */
export const removeExclusiveLabelWorkflow = createWorkflow("remove-exclusive-label", (input: { id: string; actor: Actor }) => {
  const label = removeExclusiveLabelStep({ id: input.id })
  const entry = transform({ input, label }, (data) => ({
    actor: data.input.actor,
    action: "exclusive_label.deleted",
    subject_type: "exclusive_label",
    subject_id: data.input.id,
    before: { label: data.label.label },
  }))
  recordAuditStep(entry)
  return new WorkflowResponse({ id: input.id })
})
