import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ActingTimes } from "../../modules/company/rules/acting-session"

export interface ActingSessionRow extends ActingTimes {
  id: string
  employee_id: string
  user_id: string
  user_name: string | null
}

/** A session of a user who still is one; null for any other. */
export async function actingSession(db: Knex, input: { id: string }): Promise<ActingSessionRow | null> {
  const result = await db.raw<{ rows: ActingSessionRow[] }>(
    `select s.id, s.employee_id, s.user_id, s.user_name, s.expires_at, s.ended_at
     from acting_session s
     join "user" u on u.id = s.user_id and u.deleted_at is null
     where s.id = :id and s.deleted_at is null`,
    input
  )
  return result.rows[0] ?? null
}
