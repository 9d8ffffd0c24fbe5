import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { signInOfEmployee } from "../../database/queries/sign-in-of-employee"
import { COMPANY_MODULE } from "../../modules/company"
import { CompanyEvents } from "../../modules/company/events"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"

export interface StartActingSessionInput {
  employee_id: string
  reason: string
  ttl_minutes: number
  actor: Actor
}

/** Throws unless a user of the supplier asks, and the employee could sign in himself. */
const openActingSessionStep = createStep(
  "open-acting-session",
  async ({ employee_id, reason, ttl_minutes, actor }: StartActingSessionInput, { container }) => {
    if (actor.kind !== "user" || actor.id === null) {
      throw new MedusaError(MedusaError.Types.FORBIDDEN, "Only a user of the supplier may sign in as a client.", "staff_user_required")
    }
    const employee = await signInOfEmployee(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { employee_id })
    if (!employee) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Employee with id: ${employee_id} was not found`)
    }
    if (employee.state !== "active") {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Employee ${employee_id} is blocked.`, "employee_blocked")
    }
    if (employee.customer_id === null) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Employee ${employee_id} was never invited.`, "employee_without_sign_in")
    }
    const started_at = new Date()
    const { id, expires_at } = await container.resolve<CompanyModuleService>(COMPANY_MODULE).createActingSessions({
      employee_id,
      user_id: actor.id,
      user_name: actor.name,
      reason,
      started_at,
      expires_at: new Date(started_at.getTime() + ttl_minutes * 60_000),
      ip: actor.ip,
    })
    const { customer_id, legal_entity_id } = employee
    return new StepResponse({ id, customer_id, legal_entity_id, expires_at: expires_at.toISOString() }, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteActingSessions(id)
    }
  }
)

/** Signs a user of the supplier in as an employee. The token is made by the route: a workflow would keep it. */
export const startActingSessionWorkflow = createWorkflow("start-acting-session", (input: StartActingSessionInput) => {
  const session = openActingSessionStep(input)
  const entry = transform({ input, session }, (data) => ({
    actor: data.input.actor,
    action: CompanyEvents.ACTING_SESSION_STARTED,
    subject_type: "employee",
    subject_id: data.input.employee_id,
    legal_entity_id: data.session.legal_entity_id,
    after: { acting_session_id: data.session.id, reason: data.input.reason, expires_at: data.session.expires_at },
  }))
  recordAuditStep(entry)
  emitEventStep({ eventName: CompanyEvents.ACTING_SESSION_STARTED, data: { id: session.id, employee_id: input.employee_id } })
  return new WorkflowResponse(session)
})
