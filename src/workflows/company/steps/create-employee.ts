import type { EmployeeRole } from "@kontor/framework"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"

export interface NewEmployee {
  name: string
  email: string
  phone?: string | null
  role: EmployeeRole
  /** A custom role in its place. */
  role_id?: string | null
  legal_entity_id: string
  /** Beside the first, which is the default. */
  other_entity_ids?: string[]
}

/** Writes the employee and his memberships in one transaction. */
export const createEmployeeStep = createStep(
  "create-employee-record",
  async ({ legal_entity_id, other_entity_ids = [], ...data }: NewEmployee, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const employee = await company.createEmployeeWithMembership(data, legal_entity_id, other_entity_ids)
    return new StepResponse(employee, employee.id)
  },
  async (employeeId, { container }) => {
    if (employeeId) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteEmployeeWithMemberships(employeeId)
    }
  }
)
