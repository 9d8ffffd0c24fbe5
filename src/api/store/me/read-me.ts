import { type DealerScope, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { countContractsOfEntities } from "../../../database/queries/count-contracts-of-entities"
import { listContractsOfEntities } from "../../../database/queries/list-contracts-of-entities"
import { COMPANY_MODULE } from "../../../modules/company"
import { presentContract } from "../../../modules/company/rules/present-contract"
import { workableEntityIds } from "../../../modules/company/rules/reach-of-scope"
import type CompanyModuleService from "../../../modules/company/service"
import { listEntities } from "../legal-entities/list-entities"

/** Whoever has more looks for them by `GET /store/legal-entities`: the answer of every sign-in stays small. */
const FIRST_PAGE = 50

/** What a signed-in employee may know of himself and of the terms he works under. `activeContractId` overrides the one of the scope. */
export async function readMe(container: MedusaContainer, dealer: DealerScope, activeContractId = dealer.contract?.id ?? null) {
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const workable = { legal_entity_ids: workableEntityIds(dealer) }
  const [employee, { legal_entities, count }, listings, contract_count] = await Promise.all([
    company.retrieveEmployee(dealer.employee_id, { select: ["id", "name", "email", "phone", "role"] }),
    listEntities(db, dealer, { limit: FIRST_PAGE, offset: 0 }),
    listContractsOfEntities(db, { ...workable, limit: FIRST_PAGE }),
    countContractsOfEntities(db, workable),
  ])
  const active = listings.find(({ id }) => id === activeContractId) ?? (await contractBeyond(db, dealer, activeContractId))
  const entityId = active?.legal_entity_id ?? null
  const day = today()
  return {
    employee,
    legal_entities,
    legal_entity_count: count,
    active_legal_entity: legal_entities.find(({ id }) => id === entityId) ?? (await entityBeyond(db, dealer, entityId)),
    rights: dealer.rights,
    contracts: listings.map((listing) => presentContract(listing, day)),
    contract_count,
    active_contract: active ? presentContract(active, day) : null,
  }
}

/** A contract that is not on the first page. */
async function contractBeyond(db: Knex, dealer: DealerScope, id: string | null) {
  if (id === null) {
    return null
  }
  const [listing] = await listContractsOfEntities(db, { legal_entity_ids: workableEntityIds(dealer), id })
  return listing ?? null
}

/** An entity that is not on the first page. */
async function entityBeyond(db: Knex, dealer: DealerScope, id: string | null) {
  if (id === null) {
    return null
  }
  const { legal_entities } = await listEntities(db, dealer, { id, limit: 1, offset: 0 })
  return legal_entities[0] ?? null
}
