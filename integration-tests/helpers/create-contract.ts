import type { MedusaContainer } from "@medusajs/framework/types"
import { COMPANY_MODULE } from "../../src/modules/company"
import type CompanyModuleService from "../../src/modules/company/service"
import { nextNumber } from "./sequence"

export interface ContractData {
  legal_entity_id: string
  supplier_entity_id?: string
  number?: string
  price_type_id?: string | null
  currency_code?: string
  starts_on?: string | null
  ends_on?: string | null
  state?: "active" | "blocked" | "closed"
}

/** A rouble contract without limits in time. A supplier entity is made when none is given. */
export async function createContract(container: MedusaContainer, data: ContractData) {
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const supplierId = data.supplier_entity_id ?? (await company.createSupplierEntities({ name: `Supplier ${nextNumber()}` })).id
  return company.createContracts({ number: `C-${nextNumber()}`, currency_code: "rub", ...data, supplier_entity_id: supplierId })
}
