import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What a contract says about prices and about whether it may be used at all. */
export interface OrderTerms {
  contract_id: string
  number: string
  contract_state: string
  /** Calendar days, YYYY-MM-DD; null = open. */
  starts_on: string | null
  ends_on: string | null
  currency_code: string
  legal_entity_id: string
  legal_entity_name: string
  legal_entity_state: string
  supplier_entity_id: string
  price_type_id: string | null
  /** Null while the contract has no live price type: nothing is orderable then. */
  price_type_key: number | null
  includes_vat: boolean
  /** Moment at which the prices of the type were true, ISO 8601. */
  prices_as_of: string | null
}

const TERMS = `
  select c.id as contract_id, c.number, c.state as contract_state, c.starts_on::text, c.ends_on::text, c.currency_code,
    c.legal_entity_id, e.name as legal_entity_name, e.state as legal_entity_state, c.supplier_entity_id,
    t.id as price_type_id, t.key as price_type_key, coalesce(t.includes_vat, true) as includes_vat,
    to_char(t.as_of at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as prices_as_of
  from contract c
  join legal_entity e on e.id = c.legal_entity_id and e.deleted_at is null
  left join price_type t on t.id = c.price_type_id and t.deleted_at is null
  where c.id = ? and c.deleted_at is null`

/** The terms of one contract; null when it (or its legal entity) is gone. */
export async function termsOfContract(db: Knex, contractId: string): Promise<OrderTerms | null> {
  const { rows } = await db.raw<{ rows: OrderTerms[] }>(TERMS, [contractId])
  return rows[0] ?? null
}
