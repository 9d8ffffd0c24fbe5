import type { EmployeeRole, Right } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { colleagueFacts, isLastSuperuser, rightsOfCustomRole } from "../../../database/people/colleague-facts"
import { type Changer, decideColleagueChange } from "../../../modules/company/rules/colleague-change"
import { NEW_PERSONS_ROLE, rightsGiven } from "../../../modules/company/rules/rights-given"
import { rightsOfRole } from "../../../modules/company/rules/rights-of-role"
import { superuserLeaves } from "../../../modules/company/rules/superuser-leaves"

export interface ColleagueChangeCheck {
  /** Null for a person who is not there yet. */
  employee_id: string | null
  /** Null when the supplier's staff ask: they are bound by their clients alone. */
  changer: Changer | null
  role?: EmployeeRole
  role_id?: string | null
  entity_ids?: string[]
  state?: "active" | "blocked"
}

/**
 * Throws NOT_FOUND for a person, an entity or a custom role out of reach, and NOT_ALLOWED with the code of `colleague-change.ts`, or
 * `last_superuser` where nobody would be left to manage people of an entity. Stands under the lock that all such changes take.
 */
export const validateColleagueChangeStep = createStep("validate-colleague-change", async (check: ColleagueChangeCheck, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const colleague = check.employee_id === null ? null : await colleagueFacts(db, { employee_id: check.employee_id })
  if (check.employee_id !== null && !colleague) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Employee with id ${check.employee_id} was not found`)
  }
  const entity_ids = check.entity_ids ?? colleague?.entity_ids ?? []
  const custom_rights = await customRightsOf(db, check, entity_ids)
  const rights = rightsGiven(colleague?.role ?? NEW_PERSONS_ROLE, { role: check.role, custom_rights })
  if (check.changer) {
    const facts = colleague && { ...colleague, rights: rightsOfRole(colleague.role, colleague.custom_rights) }
    const change = { ...(rights ? { rights } : {}), ...(check.entity_ids ? { entity_ids: check.entity_ids } : {}) }
    const decision = decideColleagueChange(check.changer, facts, change)
    if (!decision.ok) {
      const { code, message } = decision.refusal
      throw decision.is_visible
        ? new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
        : new MedusaError(MedusaError.Types.NOT_FOUND, message)
    }
    if (colleague && colleague.role === "superuser" && colleague.custom_rights === null) {
      await refuseLastSuperuser(db, colleague.id, superuserLeaves(colleague.entity_ids, check))
    }
  }
  return new StepResponse(undefined)
})

/** Null when the change takes the custom role away, undefined when it is not about it. Throws NOT_FOUND for one out of reach. */
async function customRightsOf(db: Knex, { role_id }: ColleagueChangeCheck, entity_ids: string[]): Promise<Right[] | null | undefined> {
  if (!role_id) {
    return role_id === undefined ? undefined : null
  }
  const rights = await rightsOfCustomRole(db, { role_id, entity_ids })
  if (!rights) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Role with id ${role_id} was not found`)
  }
  return rights
}

async function refuseLastSuperuser(db: Knex, employee_id: string, leaves: { left: string[]; kept: string[] }): Promise<void> {
  if (leaves.left.length > 0 && (await isLastSuperuser(db, { employee_id, ...leaves }))) {
    const message = "This is the last superuser: make somebody else one first."
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "last_superuser")
  }
}
