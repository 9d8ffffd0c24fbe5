import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listContractsOfEntities } from "../../../../database/queries/list-contracts-of-entities"
import { COMPANY_MODULE } from "../../../../modules/company"
import { presentContract } from "../../../../modules/company/rules/present-contract"
import type CompanyModuleService from "../../../../modules/company/service"
import { today } from "../../../../modules/company/today"
import { presentEmployee, presentLegalEntity } from "../present-legal-entity"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  const company = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const entity = await company.retrieveLegalEntity(id, { relations: ["holding", "memberships", "memberships.employee"] })
  const contracts = await listContractsOfEntities(db, { legal_entity_ids: [id] })
  const day = today()
  res.json({
    legal_entity: {
      ...presentLegalEntity(entity),
      contracts: contracts.map((contract) => presentContract(contract, day)),
      employees: entity.memberships.map(({ employee, is_default }) => ({ ...presentEmployee(employee), is_default })),
    },
  })
}
