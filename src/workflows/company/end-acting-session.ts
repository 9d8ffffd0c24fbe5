import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { signInOfEmployee } from "../../database/queries/sign-in-of-employee"
import { COMPANY_MODULE } from "../../modules/company"
import { CompanyEvents } from "../../modules/company/events"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"

export interface EndActingSessionInput {
  id: string
  /** The employee whose session it must be. */
  employee_id: string
  ended_by: "staff" | "client"
  actor: Actor
}

/** Ends a session once; again it says only that it had ended. NOT_FOUND for a session of another employee. */
const closeActingSessionStep = createStep(
  "close-acting-session",
  async ({ id, employee_id, ended_by }: EndActingSessionInput, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const [session] = await company.listActingSessions({ id, employee_id }, { take: 1 })
    if (!session) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `ActingSession with id: ${id} was not found`)
    }
    if (session.ended_at !== null) {
      return new StepResponse({ id, is_new: false, legal_entity_id: null }, null)
    }
    const employee = await signInOfEmployee(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { employee_id })
    await company.updateActingSessions({ id, ended_at: new Date(), ended_by })
    return new StepResponse({ id, is_new: true, legal_entity_id: employee?.legal_entity_id ?? null }, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).updateActingSessions({ id, ended_at: null, ended_by: null })
    }
  }
)

/** Ends the session of a user who is signed in as an employee; his next request is refused. */
export const endActingSessionWorkflow = createWorkflow("end-acting-session", (input: EndActingSessionInput) => {
  const session = closeActingSessionStep(input)
  when({ session }, (data) => data.session.is_new).then(() => {
    const entry = transform({ input, session }, (data) => ({
      actor: data.input.actor,
      action: CompanyEvents.ACTING_SESSION_ENDED,
      subject_type: "employee",
      subject_id: data.input.employee_id,
      legal_entity_id: data.session.legal_entity_id,
      after: { acting_session_id: data.input.id, ended_by: data.input.ended_by },
    }))
    recordAuditStep(entry)
    emitEventStep({ eventName: CompanyEvents.ACTING_SESSION_ENDED, data: { id: input.id, employee_id: input.employee_id } })
  })
  return new WorkflowResponse(session)
})
