import type { Assortment, DealerScope, Right } from "@kontor/framework"
import { pickActiveContract, type ContractCandidate } from "./active-contract"
import { workableEntityIds } from "./reach-of-scope"
import { rightsOfRole } from "./rights-of-role"
import { visibleEntityIds, type HoldingEntity, type MembershipEntity } from "./visible-entities"

/** What is known of an employee before anything is decided. */
export interface ScopeFacts {
  employee_id: string
  role: DealerScope["role"]
  /** Rights of the custom role; null when he has none. */
  custom_rights: Right[] | null
  active_contract_id: string | null
  memberships: MembershipEntity[]
  holding_entities: HoldingEntity[]
  contracts: (ContractCandidate & {
    supplier_entity_id: string
    currency_code: string
    price_type_id: string | null
    price_type_key: number | null
    warehouse_ids: string[]
    assortment: Assortment | null
  })[]
}

/**
 * The scope of an employee on a day (YYYY-MM-DD). He works under the contracts of the entities he works for, and under those of the rest
 * of the holding when he may see them. A chosen contract out of that reach is no contract.
 */
export function decideDealerScope(customerId: string, facts: ScopeFacts, today: string): Omit<DealerScope, "actor"> {
  const rights = rightsOfRole(facts.role, facts.custom_rights)
  const members = facts.memberships.map(({ id }) => id)
  const reachesHolding = rights.some(({ scope }) => scope === "holding")
  const visible = visibleEntityIds(reachesHolding, facts.memberships, facts.holding_entities)
  const workable = workableEntityIds({ rights, member_entity_ids: members, visible_entity_ids: visible })
  const within = facts.contracts.filter((contract) => workable.includes(contract.entity.id))
  const contract = pickActiveContract(within, facts.active_contract_id, today)
  return {
    customer_id: customerId,
    employee_id: facts.employee_id,
    role: facts.role,
    rights,
    legal_entity_id: contract?.entity.id ?? null,
    member_entity_ids: members,
    visible_entity_ids: visible,
    contract: contract && {
      id: contract.id,
      number: contract.number,
      legal_entity_id: contract.entity.id,
      supplier_entity_id: contract.supplier_entity_id,
      currency_code: contract.currency_code,
      price_type_id: contract.price_type_id,
      price_type_key: contract.price_type_key,
      warehouse_ids: contract.warehouse_ids,
      assortment: contract.assortment,
    },
  }
}
