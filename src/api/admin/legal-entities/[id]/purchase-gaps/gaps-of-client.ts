import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { GapsQuery } from "../../../../../database/purchases/never-bought"
import { isContractOfEntity } from "../../../../../database/queries/is-contract-of-entity"
import { assortmentOfContract } from "../../../../../database/visibility/make-assortment"

/** All orders of a client, beside what he sees under one of his contracts. Throws NOT_FOUND for the contract of another one. */
export async function gapsOfClient(req: Pick<AuthenticatedMedusaRequest, "params" | "scope">, contract_id: string): Promise<GapsQuery> {
  const { id: legal_entity_id = "" } = req.params
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (!(await isContractOfEntity(db, { contract_id, legal_entity_id }))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id: ${contract_id} was not found`)
  }
  const bought_by = { entity_ids: [legal_entity_id], customer_id: null }
  return { bought_by, sight: await assortmentOfContract(db, { contract_id }) }
}
