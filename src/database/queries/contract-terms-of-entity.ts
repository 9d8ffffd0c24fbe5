import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The terms of a contract that staff see beyond those of the list. */
export interface ContractTermsView {
  id: string
  kind: "contract" | "agreement"
  signed_on: string | null
  region: string | null
  /** Stock locations that orders may draw from; empty = all. A name is missing where the ERP has not told of the warehouse. */
  warehouses: { id: string; name: string | null }[]
  credit_limit: string | null
  credit_terms: string | null
  credit_as_of: Date | null
  state_reason: string | null
}

const SQL = `
  select c.id, c.kind, to_char(c.signed_on, 'YYYY-MM-DD') as signed_on, c.region, c.credit_limit::text as credit_limit, c.credit_terms, c.credit_as_of,
    c.state_reason,
    (select coalesce(json_agg(json_build_object('id', w.id, 'name', l.name) order by l.name ${AS_READ}, w.id), '[]')
     from unnest(c.warehouse_ids) as w (id) left join stock_location l on l.id = w.id and l.deleted_at is null) as warehouses
  from contract c where c.legal_entity_id = :legal_entity_id and c.deleted_at is null`

/** The full terms of the contracts of an entity, by id of the contract. */
export async function contractTermsOfEntity(db: Knex, input: { legal_entity_id: string }): Promise<Map<string, ContractTermsView>> {
  const result = await db.raw<{ rows: ContractTermsView[] }>(SQL, input)
  return new Map(result.rows.map((row) => [row.id, row]))
}
