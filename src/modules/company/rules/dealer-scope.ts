import type { DealerScope } from "@kontor/framework"
import { pickActiveContract, type ContractCandidate } from "./active-contract"
import { visibleEntityIds, type HoldingEntity, type MembershipEntity } from "./visible-entities"

/** What is known of an employee before anything is decided. */
export interface ScopeFacts {
  employee_id: string
  role: DealerScope["role"]
  active_contract_id: string | null
  memberships: MembershipEntity[]
  holding_entities: HoldingEntity[]
  contracts: (ContractCandidate & {
    supplier_entity_id: string
    currency_code: string
    price_type_id: string | null
    price_type_key: number | null
  })[]
}

/** The scope of an employee on a day (YYYY-MM-DD). A chosen contract of an entity he no longer sees is no contract. */
export function decideDealerScope(customerId: string, facts: ScopeFacts, today: string): Omit<DealerScope, "actor"> {
  const visible = visibleEntityIds(facts.role, facts.memberships, facts.holding_entities)
  const within = facts.contracts.filter((contract) => visible.includes(contract.entity.id))
  const contract = pickActiveContract(within, facts.active_contract_id, today)
  return {
    customer_id: customerId,
    employee_id: facts.employee_id,
    role: facts.role,
    legal_entity_id: contract?.entity.id ?? null,
    visible_entity_ids: visible,
    contract: contract && {
      id: contract.id,
      number: contract.number,
      legal_entity_id: contract.entity.id,
      supplier_entity_id: contract.supplier_entity_id,
      currency_code: contract.currency_code,
      price_type_id: contract.price_type_id,
      price_type_key: contract.price_type_key,
    },
  }
}
