import { dealerOf, today } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listContractsOfEntities } from "../../../database/queries/list-contracts-of-entities"
import { presentContract } from "../../../modules/company/rules/present-contract"
import { workableEntityIds } from "../../../modules/company/rules/reach-of-scope"
import { listEntities } from "./list-entities"
import type { StoreListLegalEntities } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreListLegalEntities>, res: MedusaResponse): Promise<void> {
  const { contracts: withContracts, ...page } = req.validatedQuery
  const dealer = dealerOf(req)
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { legal_entities, count } = await listEntities(db, dealer, page)
  const { limit, offset } = page
  if (withContracts !== "true") {
    res.json({ legal_entities, count, offset, limit })
    return
  }
  const workable = new Set(workableEntityIds(dealer))
  const ids = legal_entities.map(({ id }) => id).filter((id) => workable.has(id))
  const day = today()
  const contracts = (await listContractsOfEntities(db, { legal_entity_ids: ids })).map((listing) => presentContract(listing, day))
  const rows = legal_entities.map((entity) => ({
    ...entity,
    contracts: contracts.filter(({ legal_entity_id }) => legal_entity_id === entity.id),
  }))
  res.json({ legal_entities: rows, count, offset, limit })
}
