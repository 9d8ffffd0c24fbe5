import type { DealerScope } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listContractsOfEntities } from "../../../database/queries/list-contracts-of-entities"
import { COMPANY_MODULE } from "../../../modules/company"
import { presentContract } from "../../../modules/company/rules/present-contract"
import { workableEntityIds } from "../../../modules/company/rules/reach-of-scope"
import type CompanyModuleService from "../../../modules/company/service"
import { today } from "../../../modules/company/today"

/** More entities than any holding has; what lies beyond is not shown. */
const ENTITIES_MAX = 1000

/** What a signed-in employee may know of himself and of the terms he works under. `activeContractId` overrides the one of the scope. */
export async function readMe(container: MedusaContainer, dealer: DealerScope, activeContractId = dealer.contract?.id ?? null) {
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [employee, legalEntities, listings] = await Promise.all([
    company.retrieveEmployee(dealer.employee_id, { select: ["id", "name", "email", "phone", "role"] }),
    company.listLegalEntities(
      { id: dealer.visible_entity_ids },
      { select: ["id", "name", "inn", "kpp", "is_head", "holding_id", "state"], order: { name: "ASC", id: "ASC" }, take: ENTITIES_MAX }
    ),
    listContractsOfEntities(db, { legal_entity_ids: workableEntityIds(dealer) }),
  ])
  const day = today()
  const contracts = listings.map((listing) => presentContract(listing, day))
  return {
    employee,
    legal_entities: legalEntities.map(({ id, name, inn, kpp, is_head, holding_id, state }) => ({
      id,
      name,
      inn,
      kpp,
      is_head,
      holding_id,
      state,
      is_member: dealer.member_entity_ids.includes(id),
      is_default: dealer.member_entity_ids[0] === id,
    })),
    rights: dealer.rights,
    contracts,
    active_contract: contracts.find((contract) => contract.id === activeContractId) ?? null,
  }
}
