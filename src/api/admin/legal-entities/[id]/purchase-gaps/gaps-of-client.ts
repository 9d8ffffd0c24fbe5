import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { GapsFileQuery } from "../../../../../database/purchases/never-bought"
import { warehousesOfEntityContract } from "../../../../../database/queries/warehouses-of-entity-contract"
import { assortmentOfContract } from "../../../../../database/visibility/make-assortment"

/** All orders of a client, beside what he sees under one of his contracts. Throws NOT_FOUND for the contract of another one. */
export async function gapsOfClient(req: Pick<AuthenticatedMedusaRequest, "params" | "scope">, contract_id: string): Promise<GapsFileQuery> {
  const { id: legal_entity_id = "" } = req.params
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const warehouse_ids = await warehousesOfEntityContract(db, { contract_id, legal_entity_id })
  if (warehouse_ids === null) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id: ${contract_id} was not found`)
  }
  const bought_by = { entity_ids: [legal_entity_id], customer_id: null }
  return { bought_by, warehouse_ids, sight: await assortmentOfContract(db, { contract_id }) }
}
