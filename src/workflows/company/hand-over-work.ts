import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CompanyEvents } from "../../modules/company/events"
import type { Changer } from "../../modules/company/rules/colleague-change"
import { recordAuditStep } from "../audit/steps/record-audit"
import { handOverWorkStep } from "./steps/hand-over-work"
import { validateHandOverStep } from "./steps/validate-hand-over"

export interface HandOverWorkInput {
  employee_id: string
  to_employee_id: string
  /** The employee who asks; null for the supplier's staff. */
  changer: Changer | null
  actor: Actor
}

/**
 * Hands the open carts and the orders of a person, blocked or not, over to a colleague in one action. Work of entities the colleague does
 * not work for stays.
 */
export const handOverWorkWorkflow = createWorkflow("hand-over-work", (input: HandOverWorkInput) => {
  const parties = validateHandOverStep(input)
  const work = handOverWorkStep(parties)
  const entry = transform({ input, parties, work }, (data) => ({
    actor: data.input.actor,
    action: CompanyEvents.EMPLOYEE_WORK_HANDED_OVER,
    subject_type: "employee",
    subject_id: data.input.employee_id,
    legal_entity_id: data.parties.home_entity_id,
    after: { to_employee_id: data.input.to_employee_id, carts: data.work.carts, orders: data.work.orders },
  }))
  recordAuditStep(entry)
  emitEventStep({
    eventName: CompanyEvents.EMPLOYEE_WORK_HANDED_OVER,
    data: { id: input.employee_id, to_employee_id: input.to_employee_id },
  })
  return new WorkflowResponse(work)
})
