import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface ApplicationFileRow {
  file_id: string
  name: string
  mime_type: string
}

/** A file of an application; null when it is none of this one. */
export async function applicationFile(db: Knex, input: { id: string; application_id: string }): Promise<ApplicationFileRow | null> {
  const { rows } = await db.raw<{ rows: ApplicationFileRow[] }>(
    `select file_id, name, mime_type from application_file where id = :id and application_id = :application_id and deleted_at is null`,
    input
  )
  return rows[0] ?? null
}
