import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** An entry as it is written; `before` and `after` are JSON. */
export interface NewEntry {
  id: string
  actor_kind: string
  actor_id: string | null
  actor_name: string | null
  acting_for_employee_id: string | null
  action: string
  subject_type: string
  subject_id: string
  legal_entity_id: string | null
  ip: string | null
  user_agent: string | null
  before: string | null
  after: string | null
}

/** The moment is the database's own, so that entries of several servers stand in one order. */
const SQL = `
  insert into audit_entry (id, at, actor_kind, actor_id, actor_name, acting_for_employee_id, action, subject_type, subject_id, legal_entity_id,
    ip, user_agent, before, after)
  select id, clock_timestamp(), actor_kind, actor_id, actor_name, acting_for_employee_id, action, subject_type, subject_id, legal_entity_id,
    ip, user_agent, cast(before as jsonb), cast(after as jsonb)
  from jsonb_to_recordset(cast(? as jsonb)) as entry (id text, actor_kind text, actor_id text, actor_name text, acting_for_employee_id text,
    action text, subject_type text, subject_id text, legal_entity_id text, ip text, user_agent text, before text, after text)`

/** Adds entries to the log, in the transaction of `db` if it is one. */
export async function appendEntries(db: Knex, entries: NewEntry[]): Promise<void> {
  await db.raw(SQL, [JSON.stringify(entries)])
}
