import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CompanyEvents } from "../../modules/company/events"
import { recordAuditStep } from "../audit/steps/record-audit"
import { createEmployeeStep, type NewEmployee } from "./steps/create-employee"
import { ensureCustomerStep } from "./steps/ensure-customer"
import { sendAccessLinkStep } from "./steps/send-access-link"
import { setPasswordStep } from "./steps/set-password"
import { validateNewEmployeeStep } from "./steps/validate-new-employee"

export interface CreateEmployeeInput extends NewEmployee {
  /** Without one the person is invited by mail and sets it himself. */
  password?: string
  actor: Actor
}

/**
 * Makes a person of a dealer: employee, membership, Medusa customer and the link between the two; with a password he can sign in at once.
 * The e-mail is the key and is kept in lower case; one that is in use is refused with code `employee_email_taken`.
 */
export const createEmployeeWorkflow = createWorkflow("create-employee", (input: CreateEmployeeInput) => {
  const person = transform({ input }, ({ input: { password: _password, email, actor: _actor, ...rest } }) => ({
    ...rest,
    email: email.trim().toLowerCase(),
  }))
  validateNewEmployeeStep(person)
  const employee = createEmployeeStep(person)
  const customer = ensureCustomerStep(transform({ person, employee }, (data) => ({ ...data.person, employee_id: data.employee.id })))
  when({ input }, ({ input }) => input.password !== undefined).then(() => {
    const access = transform({ input, person, customer }, (data) => ({
      email: data.person.email,
      password: data.input.password ?? "",
      customer_id: data.customer.customer_id,
    }))
    setPasswordStep(access)
  })
  const entry = transform({ input, employee }, (data) => ({
    actor: data.input.actor,
    action: CompanyEvents.EMPLOYEE_CREATED,
    subject_type: "employee",
    subject_id: data.employee.id,
    legal_entity_id: data.input.legal_entity_id,
    after: { name: data.employee.name, email: data.employee.email, phone: data.employee.phone, role: data.employee.role },
  }))
  recordAuditStep(entry)
  emitEventStep({ eventName: CompanyEvents.EMPLOYEE_CREATED, data: { id: employee.id } })
  when({ input }, ({ input }) => input.password === undefined).then(() => {
    const link = transform({ input, employee }, (data) => ({
      employee_id: data.employee.id,
      purpose: "invitation" as const,
      inviter: data.input.actor.name,
    }))
    sendAccessLinkStep(link)
  })
  return new WorkflowResponse(employee)
})
