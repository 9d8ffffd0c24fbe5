import type { EmployeeRole } from "@kontor/framework"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import {
  ActingSession,
  BankAccount,
  ClientCategory,
  Consent,
  Contract,
  DeliveryPoint,
  Employee,
  EmployeeMembership,
  Holding,
  LegalEntity,
  LegalEntityCategory,
  ManagerAssignment,
  Role,
  StaffMember,
  SupplierEntity,
} from "./models"

/** Who buys, from whom, under which terms, and which people act for them. Decisions live in `rules/`; this keeps the rows. */
export default class CompanyModuleService extends MedusaService({
  ActingSession,
  BankAccount,
  ClientCategory,
  Consent,
  Contract,
  DeliveryPoint,
  Employee,
  EmployeeMembership,
  Holding,
  LegalEntity,
  LegalEntityCategory,
  ManagerAssignment,
  Role,
  StaffMember,
  SupplierEntity,
}) {
  /** Writes a person together with the entity he works for by default: one without the other sees nothing. */
  @InjectTransactionManager()
  async createEmployeeWithMembership(
    data: { name: string; email: string; phone?: string | null; role: EmployeeRole },
    legalEntityId: string,
    @MedusaContext() context: Context = {}
  ): Promise<Omit<InferTypeOf<typeof Employee>, "memberships">> {
    const employee = await this.createEmployees({ ...data, state: "active" }, context)
    await this.createEmployeeMemberships({ employee_id: employee.id, legal_entity_id: legalEntityId, is_default: true }, context)
    return employee
  }

  /** Takes back what `createEmployeeWithMembership` wrote. */
  @InjectTransactionManager()
  async deleteEmployeeWithMemberships(employeeId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.deleteEmployeeMemberships({ employee_id: employeeId }, context)
    await this.deleteEmployees(employeeId, context)
  }
}
