import type { Actor } from "@kontor/framework"
import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createCustomerAccountWorkflow, createRemoteLinkStep, emitEventStep } from "@medusajs/medusa/core-flows"
import { COMPANY_MODULE } from "../../modules/company"
import { CompanyEvents } from "../../modules/company/events"
import { splitPersonName } from "../../modules/company/rules/person-name"
import { recordAuditStep } from "../audit/steps/record-audit"
import { createEmployeeStep, type NewEmployee } from "./steps/create-employee"
import { registerPasswordStep } from "./steps/register-password"
import { validateNewEmployeeStep } from "./steps/validate-new-employee"

export interface CreateEmployeeInput extends NewEmployee {
  password: string
  actor: Actor
}

/**
 * Makes a person of a dealer who can sign in at once: auth identity, Medusa customer, employee, membership and the link between the
 * two. The e-mail is the key and is kept in lower case; one that is in use is refused with code `employee_email_taken`.
 */
export const createEmployeeWorkflow = createWorkflow("create-employee", (input: CreateEmployeeInput) => {
  const person = transform({ input }, ({ input: { password, email, actor: _actor, ...rest } }) => ({
    registration: { email: email.trim().toLowerCase(), password },
    employee: { ...rest, email: email.trim().toLowerCase() },
    customer: { email: email.trim().toLowerCase(), phone: rest.phone ?? undefined, ...splitPersonName(rest.name) },
  }))
  validateNewEmployeeStep(person.employee)
  const authIdentityId = registerPasswordStep(person.registration)
  const customer = createCustomerAccountWorkflow.runAsStep({ input: { authIdentityId, customerData: person.customer } })
  const employee = createEmployeeStep(person.employee)
  createRemoteLinkStep([{ [COMPANY_MODULE]: { employee_id: employee.id }, [Modules.CUSTOMER]: { customer_id: customer.id } }])
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
  return new WorkflowResponse(employee)
})
