import type { MedusaContainer } from "@medusajs/framework/types"
import { COMPANY_MODULE } from "../../src/modules/company"
import type CompanyModuleService from "../../src/modules/company/service"
import { createLegalEntity } from "./create-legal-entity"
import { nextNumber } from "./sequence"

/** A holding with a head and as many children as asked for, all active. */
export async function createHolding(container: MedusaContainer, { children = 2 }: { children?: number } = {}) {
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const holding = await company.createHoldings({ name: `Holding ${nextNumber()}` })
  const head = await createLegalEntity(container, { holding_id: holding.id, is_head: true })
  const kids = await Promise.all(Array.from({ length: children }, () => createLegalEntity(container, { holding_id: holding.id })))
  return { holding, head, children: kids }
}
