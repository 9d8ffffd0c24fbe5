import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A person to tell of a contract that ends soon. */
export interface EndingContract {
  contract_id: string
  number: string
  /** YYYY-MM-DD. */
  ends_on: string
  legal_entity: string
  employee_id: string
  name: string
  email: string
}

/** More than any supplier's dealers have ending within a fortnight. */
const ROWS_MAX = 5000

/** Those who manage an entity: its superusers and those of the head of its holding. */
const SQL = `
  select distinct c.id as contract_id, c.number, c.ends_on::text as ends_on, le.name as legal_entity, e.id as employee_id, e.name, e.email
  from contract c
  join legal_entity le on le.id = c.legal_entity_id and le.deleted_at is null and le.state = 'active'
  join legal_entity managed on managed.id = le.id or (managed.is_head and managed.holding_id = le.holding_id and managed.deleted_at is null)
  join employee_membership m on m.legal_entity_id = managed.id and m.deleted_at is null
  join employee e on e.id = m.employee_id and e.deleted_at is null and e.state = 'active' and e.role = 'superuser' and e.role_id is null
  where c.deleted_at is null and c.state = 'active'
    and c.ends_on between cast(:today as date) and cast(:today as date) + cast(:days as int)
  order by c.id, e.id limit ${ROWS_MAX}`

/** Whom to tell of the contracts that end within so many days. */
export async function endingContracts(db: Knex, input: { today: string; days: number }): Promise<EndingContract[]> {
  const { rows } = await db.raw<{ rows: EndingContract[] }>(SQL, input)
  return rows
}
