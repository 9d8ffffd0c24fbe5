import type { EmployeeRole } from "@kontor/framework"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"

export interface NewEmployee {
  name: string
  email: string
  phone?: string | null
  role: EmployeeRole
  legal_entity_id: string
}

/** Writes the employee and his first membership, which is the default one. */
export const createEmployeeStep = createStep(
  "create-employee-record",
  async ({ legal_entity_id, ...data }: NewEmployee, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const employee = await company.createEmployeeWithMembership(data, legal_entity_id)
    return new StepResponse(employee, employee.id)
  },
  async (employeeId, { container }) => {
    if (employeeId) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteEmployeeWithMemberships(employeeId)
    }
  }
)
