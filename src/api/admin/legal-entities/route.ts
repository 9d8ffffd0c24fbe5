import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listClients } from "../../../database/queries/list-clients"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"
import { managerScopeOf } from "../../manager-scope"
import { presentLegalEntity } from "./present-legal-entity"
import type { AdminListLegalEntities } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListLegalEntities>, res: MedusaResponse): Promise<void> {
  const { limit, offset, mine, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { ids, count } = await listClients(db, { filter: { ...filter, mine: mine === "true" }, scope: managerScopeOf(req), limit, offset })
  const company = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  const entities = await company.listLegalEntities({ id: ids }, { relations: ["holding"], take: limit })
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const page = ids.flatMap((id) => byId.get(id) ?? [])
  res.json({ legal_entities: page.map(presentLegalEntity), count, offset, limit })
}
