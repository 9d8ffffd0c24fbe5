import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CompanyEvents } from "../../modules/company/events"
import { recordAuditStep } from "../audit/steps/record-audit"
import { ensureCustomerStep } from "./steps/ensure-customer"
import { setPasswordStep } from "./steps/set-password"
import { updateEmployeeStep } from "./steps/update-employee"
import { useAccessTokenStep } from "./steps/use-access-token"

export interface SetPasswordByTokenInput {
  token: string
  password: string
  /** A stranger as yet; the token tells who it is. */
  actor: Actor
}

/**
 * Sets the password of whose token it is, once. Whoever is signed in as this person is signed out; the token of the answer is of the same
 * second, hence the whole second from which tokens count.
 */
export const setPasswordByTokenWorkflow = createWorkflow("set-password-by-token", (input: SetPasswordByTokenInput) => {
  const owner = useAccessTokenStep({ token: input.token })
  const customer = ensureCustomerStep(owner)
  const identity = setPasswordStep(
    transform({ input, owner, customer }, (data) => ({
      email: data.owner.email,
      password: data.input.password,
      customer_id: data.customer.customer_id,
    }))
  )
  const { home_entity_id } = updateEmployeeStep(
    transform({ owner }, (data) => ({
      id: data.owner.employee_id,
      tokens_valid_from: new Date(Math.floor(Date.now() / 1000) * 1000).toISOString(),
    }))
  )
  const entry = transform({ input, owner, home_entity_id }, (data) => ({
    actor: { ...data.input.actor, kind: "employee" as const, id: data.owner.employee_id, name: data.owner.name },
    action: CompanyEvents.EMPLOYEE_PASSWORD_SET,
    subject_type: "employee",
    subject_id: data.owner.employee_id,
    legal_entity_id: data.home_entity_id,
  }))
  recordAuditStep(entry)
  emitEventStep({
    eventName: CompanyEvents.EMPLOYEE_PASSWORD_SET,
    data: transform({ owner }, (data) => ({ id: data.owner.employee_id })),
  })
  return new WorkflowResponse(
    transform({ identity, customer }, (data) => ({ auth_identity_id: data.identity.id, customer_id: data.customer.customer_id }))
  )
})
