import type { EmployeeRole } from "@kontor/framework"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"

export interface EmployeeChange {
  id: string
  name?: string
  phone?: string | null
  role?: EmployeeRole
  role_id?: string | null
  state?: "active" | "blocked"
  /** ISO 8601: workflow engines keep the data of steps as JSON. */
  tokens_valid_from?: string | null
  active_contract_id?: string | null
}

/** Changes an employee and gives him with the fields that stood there before, by which it is undone. Throws NOT_FOUND for an unknown id. */
export const updateEmployeeStep = createStep(
  "update-employee-record",
  async (change: EmployeeChange, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const { id, name, phone, role, role_id, state, tokens_valid_from, active_contract_id, memberships } = await company.retrieveEmployee(
      change.id,
      {
        relations: ["memberships"],
      }
    )
    const employee = await company.updateEmployees(toRow(change))
    const before: EmployeeChange = {
      id,
      name,
      phone,
      role,
      role_id,
      state,
      tokens_valid_from: tokens_valid_from?.toISOString() ?? null,
      active_contract_id,
    }
    return new StepResponse({ employee, before, home_entity_id: homeEntityOf(memberships) }, before)
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).updateEmployees(toRow(before))
    }
  }
)

/** The entity he works for by default. */
function homeEntityOf(memberships: { is_default: boolean; legal_entity_id: string }[]): string | null {
  return memberships.find(({ is_default }) => is_default)?.legal_entity_id ?? null
}

function toRow({ tokens_valid_from, ...change }: EmployeeChange) {
  return { ...change, ...(tokens_valid_from === undefined ? {} : { tokens_valid_from: parseMoment(tokens_valid_from) }) }
}

function parseMoment(moment: string | null): Date | null {
  return moment === null ? null : new Date(moment)
}
