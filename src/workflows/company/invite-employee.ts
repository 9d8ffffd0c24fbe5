import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CompanyEvents } from "../../modules/company/events"
import type { Changer } from "../../modules/company/rules/colleague-change"
import { recordAuditStep } from "../audit/steps/record-audit"
import { sendAccessLinkStep } from "./steps/send-access-link"
import { validateColleagueChangeStep } from "./steps/validate-colleague-change"
import { validateInviteeStep } from "./steps/validate-invitee"

export interface InviteEmployeeInput {
  employee_id: string
  /** The employee who asks; nobody when the supplier's staff do. */
  changer?: Changer
  actor: Actor
}

/** Sends an active person the link by which he sets his password, anew as often as asked for; the last one works. */
export const inviteEmployeeWorkflow = createWorkflow("invite-employee", (input: InviteEmployeeInput) => {
  validateColleagueChangeStep(transform({ input }, ({ input: { employee_id, changer } }) => ({ employee_id, changer: changer ?? null })))
  const invitee = validateInviteeStep({ employee_id: input.employee_id })
  const entry = transform({ input, invitee }, (data) => ({
    actor: data.input.actor,
    action: CompanyEvents.EMPLOYEE_INVITED,
    subject_type: "employee",
    subject_id: data.input.employee_id,
    legal_entity_id: data.invitee.home_entity_id,
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
