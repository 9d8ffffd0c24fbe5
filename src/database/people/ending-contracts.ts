import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A last day of contracts of which somebody is told. */
export interface NoticeOfDay {
  /** YYYY-MM-DD. */
  ends_on: string
  /** Names the notice: 14 or 3. */
  notice: number
  days_left: number
}

/** A person to tell of a contract that ends soon. */
export interface EndingContract {
  number: string
  /** YYYY-MM-DD. */
  ends_on: string
  days_left: number
  legal_entity: string
  name: string
  email: string
  /** Names contract, last day, notice and person: each is told once, and a new last day begins anew. */
  idempotency_key: string
}

/** As many as are told in one run; the next run tells the others. */
const ROWS_MAX = 5000

/**
 * Those who manage an entity: its superusers and those of the head of its holding. Who was told is known by the key of the mail; one that
 * failed is due again.
 */
const SQL = `
  with ending as (
    select distinct c.id as contract_id, c.number, c.ends_on::text as ends_on, due.days_left, le.name as legal_entity, e.id as employee_id,
      e.name, e.email, concat_ws(':', 'contract_ending', c.id, c.ends_on, due.notice, e.id) as idempotency_key
    from unnest(cast(:days as date[]), cast(:notices as int[]), cast(:days_left as int[])) as due(ends_on, notice, days_left)
    join contract c on c.ends_on = due.ends_on and c.deleted_at is null and c.state = 'active'
    join legal_entity le on le.id = c.legal_entity_id and le.deleted_at is null and le.state = 'active'
    join legal_entity managed on managed.id = le.id or (managed.is_head and managed.holding_id = le.holding_id and managed.deleted_at is null)
    join employee_membership m on m.legal_entity_id = managed.id and m.deleted_at is null
    join employee e on e.id = m.employee_id and e.deleted_at is null and e.state = 'active' and e.role = 'superuser' and e.role_id is null
  )
  select number, ends_on, days_left, legal_entity, name, email, idempotency_key from ending
  where not exists (
    select from notification n
    where n.idempotency_key = ending.idempotency_key and n.status <> 'failure' and n.deleted_at is null)
  order by contract_id, employee_id limit ${ROWS_MAX}`

/** Whom to tell of the contracts that end on these days and who was not told yet. */
export async function endingContracts(db: Knex, notices: NoticeOfDay[]): Promise<EndingContract[]> {
  const { rows } = await db.raw<{ rows: EndingContract[] }>(SQL, {
    days: notices.map(({ ends_on }) => ends_on),
    notices: notices.map(({ notice }) => notice),
    days_left: notices.map(({ days_left }) => days_left),
  })
  return rows
}
