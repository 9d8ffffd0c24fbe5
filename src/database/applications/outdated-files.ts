import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface OutdatedFiles {
  application_id: string
  legal_entity_id: string | null
  files: { id: string; file_id: string }[]
}

/** More are taken by the next night. */
const APPLICATIONS_MAX = 200

const SQL = `
  select a.id as application_id, coalesce(a.legal_entity_id, a.from_entity_id) as legal_entity_id,
    jsonb_agg(jsonb_build_object('id', f.id, 'file_id', f.file_id) order by f.id) as files
  from application a join application_file f on f.application_id = a.id and f.deleted_at is null
  where a.state = 'declined' and a.deleted_at is null and a.decided_at < now() - make_interval(days => cast(:days as int))
  group by a.id order by a.decided_at, a.id limit ${APPLICATIONS_MAX}`

/** Files of applications that were declined so many days ago. */
export async function outdatedFiles(db: Knex, input: { days: number }): Promise<OutdatedFiles[]> {
  const { rows } = await db.raw<{ rows: OutdatedFiles[] }>(SQL, input)
  return rows
}

/** Forgets files whose content is removed. */
export async function forgetFiles(trx: Knex, ids: string[]): Promise<void> {
  await trx.raw(`delete from application_file where id = any(:ids)`, { ids })
}
