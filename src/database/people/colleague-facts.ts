import type { EmployeeRole, Right } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface ColleagueRow {
  id: string
  name: string
  role: EmployeeRole
  custom_rights: Right[] | null
  state: "active" | "blocked"
  entity_ids: string[]
  /** The one he works for by default. */
  home_entity_id: string | null
  /** Null when he never signed in and was never invited. */
  customer_id: string | null
}

const FACTS = `
  select e.id, e.name, e.role, e.state, case when e.role_id is not null then coalesce(r.rights, '[]') end as custom_rights,
    array(select m.legal_entity_id from employee_membership m where m.employee_id = e.id and m.deleted_at is null) as entity_ids,
    (select m.legal_entity_id from employee_membership m where m.employee_id = e.id and m.is_default and m.deleted_at is null) as home_entity_id,
    (select ec.customer_id from employee_customer ec where ec.employee_id = e.id and ec.deleted_at is null limit 1) as customer_id
  from employee e left join role r on r.id = e.role_id and r.deleted_at is null
  where e.id = :employee_id and e.deleted_at is null`

/** A superuser of the head answers for the whole holding, and so does the person himself where he stays one of it. */
const UNMANAGED = `
  select 1 from legal_entity le
  where le.id = any(cast(:left as text[])) and not exists (
    select from employee e
    join employee_membership m on m.employee_id = e.id and m.deleted_at is null
    join legal_entity own on own.id = m.legal_entity_id
    where e.id <> :employee_id and e.role = 'superuser' and e.role_id is null and e.state = 'active' and e.deleted_at is null
      and (own.id = le.id or (own.is_head and own.holding_id = le.holding_id)))
    and not exists (
      select from legal_entity head where head.id = any(cast(:kept as text[])) and head.is_head and head.holding_id = le.holding_id)
  limit 1`

const ROLE = `
  select r.rights from role r
  where r.id = :role_id and r.deleted_at is null and (r.holding_id is null or r.holding_id in (
    select le.holding_id from legal_entity le where le.id = any(cast(:entity_ids as text[]))))`

/** What decides about a change of a person; null when there is none. */
export async function colleagueFacts(db: Knex, input: { employee_id: string }): Promise<ColleagueRow | null> {
  const { rows } = await db.raw<{ rows: ColleagueRow[] }>(FACTS, input)
  return rows[0] ?? null
}

/** Whether one of the entities that a superuser leaves would have no active superuser any more. What he keeps is his as before. */
export async function isLastSuperuser(db: Knex, input: { employee_id: string; left: string[]; kept: string[] }): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(UNMANAGED, input)
  return rows.length > 0
}

/** Rights of a custom role that people of these entities may have; null when there is none. */
export async function rightsOfCustomRole(db: Knex, input: { role_id: string; entity_ids: string[] }): Promise<Right[] | null> {
  const { rows } = await db.raw<{ rows: { rights: Right[] }[] }>(ROLE, input)
  return rows[0]?.rights ?? null
}
