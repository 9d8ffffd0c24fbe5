import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CompanyEvents } from "../../modules/company/events"
import { recordAuditStep } from "../audit/steps/record-audit"
import { changeMembershipWorkflow } from "../company/change-membership"
import { createEmployeeStep, type NewEmployee } from "../company/steps/create-employee"
import { ensureCustomerStep } from "../company/steps/ensure-customer"

export interface AdmitPersonInput {
  /** Who is there already; null makes the person. */
  employee_id: string | null
  person: NewEmployee
  actor: Actor
}

/** Ties an applicant to an entity. Who is not there yet is made without a password and is invited when the entity can be used. */
export const admitPersonWorkflow = createWorkflow("admit-person", (input: AdmitPersonInput) => {
  when({ input }, (data) => data.input.employee_id !== null).then(() => {
    changeMembershipWorkflow.runAsStep({
      input: transform({ input }, ({ input: { employee_id, person, actor } }) => ({
        employee_id: employee_id ?? "",
        change: { kind: "attach" as const, legal_entity_id: person.legal_entity_id, is_default: false },
        actor,
      })),
    })
  })
  const made = when({ input }, (data) => data.input.employee_id === null).then(() => {
    const employee = createEmployeeStep(input.person)
    ensureCustomerStep(transform({ input, employee }, (data) => ({ ...data.input.person, employee_id: data.employee.id })))
    const entry = transform({ input, employee }, ({ input: { actor, person }, employee }) => ({
      actor,
      action: CompanyEvents.EMPLOYEE_CREATED,
      subject_type: "employee",
      subject_id: employee.id,
      legal_entity_id: person.legal_entity_id,
      after: { name: person.name, email: person.email, phone: person.phone, role: person.role },
    }))
    recordAuditStep(entry)
    emitEventStep({ eventName: CompanyEvents.EMPLOYEE_CREATED, data: { id: employee.id } })
    return employee
  })
  return new WorkflowResponse(transform({ input, made }, (data) => ({ id: data.input.employee_id ?? data.made?.id ?? "" })))
})
