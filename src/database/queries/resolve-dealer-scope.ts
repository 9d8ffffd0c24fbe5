import { AS_READ } from "@kontor/framework"
import type { Assortment, EmployeeRole, Right } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ContractCandidate } from "../../modules/company/rules/active-contract"
import type { HoldingEntity, MembershipEntity } from "../../modules/company/rules/visible-entities"
import { plannedOnce } from "../prepared"
import { assortmentOf, VISIBILITY_PROFILE } from "../visibility/visibility-profile"

/** A contract that may become the active one, with what the price tables need. */
export interface ScopeContract extends ContractCandidate {
  supplier_entity_id: string
  currency_code: string
  price_type_id: string | null
  price_type_key: number | null
  warehouse_ids: string[]
  /** Whether rules of visibility hold for it. */
  has_visibility_rules: boolean
  /** Null without such rules, and where nobody has needed their assortment yet. */
  assortment: Assortment | null
}

/** What the rules need to decide the scope of an employee, read in one statement. */
export interface DealerScopeRow {
  employee_id: string
  name: string
  role: EmployeeRole
  /** Rights of his custom role: none at all when it was removed, null when he has no custom role. */
  custom_rights: Right[] | null
  state: "active" | "blocked"
  tokens_valid_from: Date | null
  active_contract_id: string | null
  /** The entities he works for, the default one first. */
  memberships: MembershipEntity[]
  /** All entities of the holdings in whose head he works, whatever his rights; `visible-entities.ts` decides whether he sees them. */
  holding_entities: HoldingEntity[]
  /** The contract he chose, wherever it belongs; without a choice the contracts of his default entity by number. */
  contracts: ScopeContract[]
}

/**
 * The two ways to a contract are two branches of a union, since one condition over both would read the whole table. The candidates are materialised: their
 * profiles would be made again wherever one is named.
 */
const SQL = `
with me as (
  select e.id, e.name, e.role, e.state, e.tokens_valid_from, e.active_contract_id,
    case when e.role_id is not null then coalesce(r.rights, '[]') end as custom_rights
  from employee_customer ec
  join employee e on e.id = ec.employee_id and e.deleted_at is null
  left join role r on r.id = e.role_id and r.deleted_at is null
  where ec.customer_id = :customer_id and ec.deleted_at is null
  limit 1
),
own as (
  select le.id, le.holding_id, le.is_head, row_number() over (order by m.is_default desc, m.created_at, m.id) as position
  from me
  join employee_membership m on m.employee_id = me.id and m.deleted_at is null
  join legal_entity le on le.id = m.legal_entity_id and le.deleted_at is null
),
eligible as (
  select c.* from me join contract c on c.id = me.active_contract_id and c.deleted_at is null
  union all
  select c.* from me join own on own.position = 1 join contract c on c.legal_entity_id = own.id and c.deleted_at is null
  where me.active_contract_id is null
),
candidates as materialized (
  select c.*, le.name as entity_name, le.state as entity_state, p.key as price_type_key, ${VISIBILITY_PROFILE} as visibility_profile
  from eligible c
  join legal_entity le on le.id = c.legal_entity_id and le.deleted_at is null
  left join price_type p on p.id = c.price_type_id and p.deleted_at is null
)
select me.id as employee_id, me.name, me.role, me.custom_rights, me.state, me.tokens_valid_from, me.active_contract_id,
  (select coalesce(json_agg(json_build_object('id', own.id, 'holding_id', own.holding_id, 'is_head', own.is_head) order by own.position), '[]')
   from own) as memberships,
  (select coalesce(json_agg(json_build_object('id', le.id, 'holding_id', le.holding_id) order by le.id), '[]')
   from legal_entity le
   where le.deleted_at is null and le.holding_id in (select holding_id from own where is_head)) as holding_entities,
  (select coalesce(json_agg(json_build_object(
      'id', c.id, 'number', c.number, 'state', c.state, 'starts_on', c.starts_on, 'ends_on', c.ends_on,
      'entity', json_build_object('id', c.legal_entity_id, 'name', c.entity_name, 'state', c.entity_state),
      'supplier_entity_id', c.supplier_entity_id, 'currency_code', c.currency_code,
      'price_type_id', c.price_type_id, 'price_type_key', c.price_type_key,
      'warehouse_ids', c.warehouse_ids,
      'has_visibility_rules', c.visibility_profile is not null, 'assortment', ${assortmentOf("c.visibility_profile")}) order by c.number ${AS_READ}, c.id), '[]')
   from candidates c) as contracts
from me`

/** The employee behind a customer with what decides his scope; null when the customer is no employee. */
export async function resolveDealerScope(db: Knex, input: { customer_id: string }): Promise<DealerScopeRow | null> {
  const [row] = await plannedOnce<DealerScopeRow>(db, "dealer-scope", SQL, input)
  return row ?? null
}
