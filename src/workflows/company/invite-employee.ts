import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CompanyEvents } from "../../modules/company/events"
import { recordAuditStep } from "../audit/steps/record-audit"
import { sendAccessLinkStep } from "./steps/send-access-link"

export interface InviteEmployeeInput {
  employee_id: string
  actor: Actor
}

/** Sends a person the link by which he sets his password, anew as often as asked for; the last one works. */
export const inviteEmployeeWorkflow = createWorkflow("invite-employee", (input: InviteEmployeeInput) => {
  const entry = transform({ input }, (data) => ({
    actor: data.input.actor,
    action: CompanyEvents.EMPLOYEE_INVITED,
    subject_type: "employee",
    subject_id: data.input.employee_id,
  }))
  recordAuditStep(entry)
  emitEventStep({ eventName: CompanyEvents.EMPLOYEE_INVITED, data: { id: input.employee_id } })
  sendAccessLinkStep(
    transform({ input }, (data) => ({
      employee_id: data.input.employee_id,
      purpose: "invitation" as const,
      inviter: data.input.actor.name,
    }))
  )
  return new WorkflowResponse({ employee_id: input.employee_id })
})
