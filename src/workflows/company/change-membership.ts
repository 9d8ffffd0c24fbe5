import type { Actor } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { COMPANY_MODULE } from "../../modules/company"
import { CompanyEvents } from "../../modules/company/events"
import { decideMembership, type MembershipChange } from "../../modules/company/rules/decide-membership"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"
import { PEOPLE_LOCK } from "./people-lock"
import { setMembershipsStep } from "./steps/set-memberships"

export interface ChangeMembershipInput {
  employee_id: string
  change: MembershipChange
  actor: Actor
}

/** Reads the entities he works for under the lock, so that of two changes at once neither is lost. */
const decideMembershipStep = createStep(
  "decide-membership",
  async ({ employee_id, change }: Omit<ChangeMembershipInput, "actor">, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const { memberships } = await company.retrieveEmployee(employee_id, { relations: ["memberships"] })
    await company.retrieveLegalEntity(change.legal_entity_id, { select: ["id"] })
    const entity_ids = memberships.map(({ legal_entity_id }) => legal_entity_id)
    const first = memberships.find(({ is_default }) => is_default)?.legal_entity_id ?? entity_ids[0] ?? change.legal_entity_id
    const decision = decideMembership({ entity_ids, default_entity_id: first }, change)
    if (decision.kind === "refused") {
      const message = `Employee ${employee_id} works for this entity alone: attach him to another one first, or block him.`
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, decision.code)
    }
    return new StepResponse({ wanted: decision.kind === "change" ? decision.wanted : null })
  }
)

/**
 * Ties a person to one legal entity more or less, or makes one his default. What stands already changes nothing. NOT_FOUND for an unknown
 * person or entity, `membership_last` for his last entity.
 */
export const changeMembershipWorkflow = createWorkflow("change-membership", (input: ChangeMembershipInput) => {
  acquireLockStep(PEOPLE_LOCK)
  const { wanted } = decideMembershipStep({ employee_id: input.employee_id, change: input.change })
  when({ wanted }, (data) => data.wanted !== null).then(() => {
    const memberships = transform({ input, wanted }, (data) => ({
      employee_id: data.input.employee_id,
      entity_ids: data.wanted?.entity_ids ?? [],
      default_entity_id: data.wanted?.default_entity_id ?? "",
    }))
    const before = setMembershipsStep(memberships)
    const entry = transform({ input, wanted, before }, (data) => ({
      actor: data.input.actor,
      action: CompanyEvents.EMPLOYEE_CHANGED,
      subject_type: "employee",
      subject_id: data.input.employee_id,
      legal_entity_id: data.input.change.legal_entity_id,
      before: { ...data.before },
      after: { ...data.wanted },
    }))
    recordAuditStep(entry)
    emitEventStep({ eventName: CompanyEvents.EMPLOYEE_CHANGED, data: { id: input.employee_id } })
  })
  releaseLockStep({ key: PEOPLE_LOCK.key })
  return new WorkflowResponse(undefined)
})
