import type { Right } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"

export interface NewRole {
  code: string
  name: string
  holding_id: string | null
  rights: Right[]
}

export interface RoleChange {
  id: string
  name?: string
  rights?: Right[]
}

/** A model knows JSON as an object; rights are a list, which is JSON all the same. */
type JsonRights = Right[] & Record<string, unknown>

/** Makes a custom role. Throws NOT_ALLOWED `role_code_taken`, and NOT_FOUND for an unknown holding. */
export const createRoleStep = createStep(
  "create-role",
  async ({ rights, ...role }: NewRole, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    if (role.holding_id !== null) {
      await company.retrieveHolding(role.holding_id, { select: ["id"] })
    }
    const [standing] = await company.listRoles({ code: role.code }, { select: ["id"], take: 1 })
    if (standing) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Role ${standing.id} has the code ${role.code} already.`, "role_code_taken")
    }
    const created = await company.createRoles({ ...role, rights: rights as JsonRights })
    return new StepResponse(created, created.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteRoles(id)
    }
  }
)

/** Changes name or rights of a role; those who have it have the new rights on their next request. */
export const updateRoleStep = createStep(
  "update-role",
  async ({ rights, ...change }: RoleChange, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const { id, name, rights: before } = await company.retrieveRole(change.id)
    const role = await company.updateRoles({ ...change, ...(rights ? { rights: rights as JsonRights } : {}) })
    return new StepResponse({ role, before: { name, rights: before } }, { id, name, rights: before })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).updateRoles(before)
    }
  }
)

/** Removes a role that nobody has; NOT_ALLOWED `role_in_use` otherwise. */
export const deleteRoleStep = createStep(
  "delete-role",
  async ({ id }: { id: string }, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const role = await company.retrieveRole(id)
    const [, count] = await company.listAndCountEmployees({ role_id: id }, { select: ["id"], take: 1 })
    if (count > 0) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `${count} people have role ${id}: give them another first.`, "role_in_use")
    }
    await company.softDeleteRoles([id])
    return new StepResponse(role, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).restoreRoles([id])
    }
  }
)
