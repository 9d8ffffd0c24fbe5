import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ContractCandidate } from "../../modules/company/rules/active-contract"

/** A contract as people read it: with the names of the seller and of the price type. */
export interface ContractListing extends ContractCandidate {
  legal_entity_id: string
  currency_code: string
  payment_terms: string | null
  /** Decimal in the contract's currency; null = the ERP has named none. */
  credit_limit: string | null
  credit_terms: string | null
  credit_as_of: Date | null
  as_of: Date | null
  supplier_entity: { id: string; name: string }
  price_type: { id: string; name: string } | null
}

/** More contracts than a page of entities has; what lies beyond is not shown. */
const CONTRACTS_MAX = 1000

/** The list is asked of the entities, not of the contracts: looked up in an index once a contract it would cost ten times the rest. */
const SQL = `
select c.id, c.number, c.legal_entity_id, c.currency_code, c.state, c.payment_terms, c.as_of,
  c.credit_limit::text as credit_limit, c.credit_terms, c.credit_as_of,
  to_char(c.starts_on, 'YYYY-MM-DD') as starts_on, to_char(c.ends_on, 'YYYY-MM-DD') as ends_on,
  json_build_object('id', le.id, 'name', le.name, 'state', le.state) as entity,
  json_build_object('id', se.id, 'name', se.name) as supplier_entity,
  case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as price_type
from contract c
join legal_entity le on le.id = c.legal_entity_id and le.deleted_at is null
join supplier_entity se on se.id = c.supplier_entity_id
left join price_type p on p.id = c.price_type_id and p.deleted_at is null
where c.deleted_at is null and le.id = any(:legal_entity_ids) and (cast(:id as text) is null or c.id = :id)
order by le.name ${AS_READ}, le.id, c.number ${AS_READ}, c.id
limit :limit`

/** Contracts of the entities, or the one of them that is named, by entity name and number, in one statement. */
export async function listContractsOfEntities(
  db: Knex,
  { legal_entity_ids, id = null, limit = CONTRACTS_MAX }: { legal_entity_ids: string[]; id?: string | null; limit?: number }
): Promise<ContractListing[]> {
  const result = await db.raw<{ rows: ContractListing[] }>(SQL, { legal_entity_ids, id, limit })
  return result.rows
}
