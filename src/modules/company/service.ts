import { MedusaService } from "@medusajs/framework/utils"
import { Contract, Employee, EmployeeMembership, Holding, LegalEntity, SupplierEntity } from "./models"

/** Who buys, from whom, under which terms, and which people act for them. Decisions live in `rules/`; this keeps the rows. */
export default class CompanyModuleService extends MedusaService({
  Contract,
  Employee,
  EmployeeMembership,
  Holding,
  LegalEntity,
  SupplierEntity,
}) {}
