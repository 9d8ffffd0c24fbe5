import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ActingTimes } from "../../modules/company/rules/acting-session"
import type { StaffRole } from "../../modules/company/rules/staff-access"
import { assignedTo } from "./client-of-manager"
import { STAFF_ROLE } from "./staff-role"

export interface ActingSessionRow extends ActingTimes {
  id: string
  employee_id: string
  user_id: string
  user_name: string | null
  /** What the user is now, whatever he was when the session began. */
  role: StaffRole
  /** Which of the entities asked about are assigned to him now. */
  assigned_entity_ids: string[]
}

const SQL = `
  select session.id, session.employee_id, session.user_id, session.user_name, session.expires_at, session.ended_at, ${STAFF_ROLE} as role,
    array(select le.id from legal_entity le
      where le.id = any(:entity_ids) and le.deleted_at is null and ${assignedTo("le", "session.user_id")}) as assigned_entity_ids
  from acting_session session
  join "user" u on u.id = session.user_id and u.deleted_at is null
  left join staff_member s on s.user_id = u.id and s.deleted_at is null
  where session.id = :id and session.deleted_at is null`

/** A session of a user who still is one, and what of the employee's entities is his; null for any other. */
export async function actingSession(db: Knex, input: { id: string; entity_ids: string[] }): Promise<ActingSessionRow | null> {
  const result = await db.raw<{ rows: ActingSessionRow[] }>(SQL, input)
  return result.rows[0] ?? null
}
