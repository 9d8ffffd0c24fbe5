import type { MedusaContainer } from "@medusajs/framework/types"
import { COMPANY_MODULE } from "../../src/modules/company"
import type CompanyModuleService from "../../src/modules/company/service"
import { nextNumber } from "./sequence"

/** An active legal entity that stands alone, unless told otherwise. */
export async function createLegalEntity(
  container: MedusaContainer,
  data: {
    name?: string
    inn?: string
    kpp?: string | null
    holding_id?: string
    is_head?: boolean
    state?: "applied" | "under_review" | "active" | "blocked" | "closed"
  } = {}
) {
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  return company.createLegalEntities({ name: `Entity ${nextNumber()}`, state: "active" as const, ...data })
}
