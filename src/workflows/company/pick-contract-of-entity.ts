import { today } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { listContractsOfEntities } from "../../database/queries/list-contracts-of-entities"
import { pickActiveContract } from "../../modules/company/rules/active-contract"
import { decideContractUse } from "../../modules/company/rules/contract-usable"

/**
 * The contract under which a person goes on when he chooses an entity: its first usable one by number. Throws NOT_FOUND for an entity out of
 * his reach; NOT_ALLOWED with the reason of the first contract, or `no_usable_contract` where there is none.
 */
export async function pickContractOfEntity(
  container: MedusaContainer,
  { legal_entity_id, entity_ids }: { legal_entity_id: string; entity_ids: string[] }
): Promise<string> {
  if (!entity_ids.includes(legal_entity_id)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Legal entity with id ${legal_entity_id} was not found`)
  }
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const contracts = await listContractsOfEntities(db, { legal_entity_ids: [legal_entity_id] })
  const usable = pickActiveContract(contracts, null, today())
  if (usable) {
    return usable.id
  }
  const [first] = contracts
  const use = first && decideContractUse(first, first.entity, today())
  throw use && !use.usable
    ? new MedusaError(MedusaError.Types.NOT_ALLOWED, use.message, use.code)
    : new MedusaError(MedusaError.Types.NOT_ALLOWED, `Legal entity ${legal_entity_id} has no contract.`, "no_usable_contract")
}
