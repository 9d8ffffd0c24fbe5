import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { liesIn } from "../queries/lies-in"

/** A contract that prices are compared under. */
export interface TouchedContract {
  id: string
  number: string
  currency_code: string
  legal_entity: { id: string; name: string }
}

/** What an adjustment reaches: listed entries that it aims at, and contracts in its scope that are not closed. */
export interface Touched {
  entry_keys: number[]
  contracts: TouchedContract[]
}

/** Conditions of the target on entry `e`: as the engine has them, but of the whole catalogue at once. */
const ENTRIES = `
  select coalesce(array_agg(e.key order by e.key), '{}') as entry_keys
  from price_adjustment a join catalog_entry e
    on e.is_listed
    and (a.category_key is null or ${liesIn("a.category_key")})
    and (a.trait_keys = '{}' or e.key in (
      select x.entry_key from trait_entry x where x.trait_key = any (a.trait_keys)
      group by x.entry_key having count(*) = cardinality(a.trait_keys)))
  where a.id = :id`

/** Tables of rules that are for somebody: `scope_kind`, `scope_id`. */
type ScopedTable = "price_adjustment" | "order_rule" | "reservation_rule"

const contractsOf = (table: ScopedTable) => `
  select c.id, c.number, lower(c.currency_code) as currency_code, json_build_object('id', e.id, 'name', e.name) as legal_entity
  from ${table} a, contract c join legal_entity e on e.id = c.legal_entity_id and e.deleted_at is null
  where a.id = :id and c.deleted_at is null and c.state <> 'closed'
    and case a.scope_kind
      when 'everyone' then true
      when 'contract' then c.id = a.scope_id
      when 'legal_entity' then e.id = a.scope_id
      when 'holding' then e.holding_id = a.scope_id
      when 'region' then c.region = a.scope_id
      when 'client_category' then exists (
        select from legal_entity_category m where m.legal_entity_id = e.id and m.client_category_id = a.scope_id and m.deleted_at is null)
    end
  order by c.id`

/** What the adjustment of this id reaches, as it is written at this moment. */
export async function touchedBy(db: Knex, { id }: { id: string }): Promise<Touched> {
  const entries = await db.raw<{ rows: { entry_keys: number[] }[] }>(ENTRIES, { id })
  return { entry_keys: entries.rows[0]?.entry_keys ?? [], contracts: await contractsInScope(db, "price_adjustment", { id }) }
}

/** Contracts that are not closed and that the rule of this id is for. */
export async function contractsInScope(db: Knex, table: ScopedTable, { id }: { id: string }): Promise<TouchedContract[]> {
  const { rows } = await db.raw<{ rows: TouchedContract[] }>(contractsOf(table), { id })
  return rows
}
