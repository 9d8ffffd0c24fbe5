import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../audit/steps/record-audit"
import { putExclusiveLabelStep } from "./steps/exclusive-labels"

/** Lets a tag of products shut adjustments off, by the hand of the staff; one that does already stays. `label_unknown` for no tag. */
export const putExclusiveLabelWorkflow = createWorkflow("put-exclusive-label", (input: { label: string; actor: Actor }) => {
  const { label, is_new } = putExclusiveLabelStep({ label: input.label })
  when({ is_new }, (data) => data.is_new).then(() => {
    const entry = transform({ input, label }, (data) => ({
      actor: data.input.actor,
      action: "exclusive_label.created",
      subject_type: "exclusive_label",
      subject_id: data.label.id,
      after: { label: data.label.label },
    }))
    recordAuditStep(entry)
  })
  return new WorkflowResponse(label)
})
