import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface StaffRow {
  name: string
}

/** What the requests of a Medusa user need to know of him; null for one who is gone. His name is his address where he has given none. */
export async function staffOfUser(db: Knex, input: { user_id: string }): Promise<StaffRow | null> {
  const result = await db.raw<{ rows: StaffRow[] }>(
    `select coalesce(nullif(concat_ws(' ', nullif(u.first_name, ''), nullif(u.last_name, '')), ''), u.email) as name
     from "user" u
     where u.id = :user_id and u.deleted_at is null`,
    input
  )
  return result.rows[0] ?? null
}
