import type { Actor, EmployeeRole } from "@kontor/framework"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { CompanyEvents } from "../../modules/company/events"
import type { Changer } from "../../modules/company/rules/colleague-change"
import { recordAuditStep } from "../audit/steps/record-audit"
import { PEOPLE_LOCK } from "./people-lock"
import { setMembershipsStep } from "./steps/set-memberships"
import { updateEmployeeStep } from "./steps/update-employee"
import { validateColleagueChangeStep } from "./steps/validate-colleague-change"

export interface ChangeEmployeeInput {
  employee_id: string
  name?: string
  phone?: string | null
  /** A built-in role takes a custom one away. */
  role?: EmployeeRole
  role_id?: string | null
  memberships?: { entity_ids: string[]; default_entity_id: string }
  /** The employee who asks; null for the supplier's staff. */
  changer: Changer | null
  actor: Actor
}

/** Changes name, phone, role and entities of a person. It holds from his next request on. */
export const changeEmployeeWorkflow = createWorkflow("change-employee", (input: ChangeEmployeeInput) => {
  acquireLockStep(PEOPLE_LOCK)
  validateColleagueChangeStep(
    transform({ input }, ({ input: { employee_id, changer, role, role_id, memberships } }) => ({
      employee_id,
      changer,
      ...(role ? { role } : {}),
      ...(role_id === undefined ? {} : { role_id }),
      ...(memberships ? { entity_ids: memberships.entity_ids } : {}),
    }))
  )
  const change = transform({ input }, ({ input: { employee_id, name, phone, role, role_id } }) => ({
    id: employee_id,
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(role === undefined ? {} : { role, role_id: role_id ?? null }),
    ...(role === undefined && role_id !== undefined ? { role_id } : {}),
  }))
  const { employee, before, home_entity_id } = updateEmployeeStep(change)
  const entities = when({ input }, ({ input }) => input.memberships !== undefined).then(() => {
    const memberships = transform({ input }, ({ input: { employee_id, memberships } }) => ({
      employee_id,
      entity_ids: memberships?.entity_ids ?? [],
      default_entity_id: memberships?.default_entity_id ?? "",
    }))
    return setMembershipsStep(memberships)
  })
  const entry = transform({ input, change, before, home_entity_id, entities }, (data) => {
    const { id: _, ...after } = data.change
    const changed = Object.keys(after)
    return {
      actor: data.input.actor,
      action: CompanyEvents.EMPLOYEE_CHANGED,
      subject_type: "employee",
      subject_id: data.input.employee_id,
      legal_entity_id: data.home_entity_id,
      before: { ...Object.fromEntries(Object.entries(data.before).filter(([key]) => changed.includes(key))), ...data.entities },
      after: { ...after, ...data.input.memberships },
    }
  })
  recordAuditStep(entry)
  emitEventStep({ eventName: CompanyEvents.EMPLOYEE_CHANGED, data: { id: input.employee_id } })
  releaseLockStep({ key: PEOPLE_LOCK.key })
  return new WorkflowResponse(employee)
})
