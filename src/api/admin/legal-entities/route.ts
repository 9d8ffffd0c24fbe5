import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"
import { presentLegalEntity } from "./present-legal-entity"
import type { AdminListLegalEntities } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListLegalEntities>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filters } = req.validatedQuery
  const company = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  const [entities, count] = await company.listAndCountLegalEntities(filters, {
    relations: ["holding"],
    order: { name: "ASC", id: "ASC" },
    take: limit,
    skip: offset,
  })
  res.json({ legal_entities: entities.map(presentLegalEntity), count, offset, limit })
}
