import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StaffRole } from "../../modules/company/rules/staff-access"
import { STAFF_ROLE } from "./staff-role"
import { userName } from "./user-name"

export interface StaffRow {
  name: string
  role: StaffRole
}

/** What the requests of a Medusa user need to know of him; null for one who is gone. His name is his address where he has given none. */
export async function staffOfUser(db: Knex, input: { user_id: string }): Promise<StaffRow | null> {
  const result = await db.raw<{ rows: StaffRow[] }>(
    `select coalesce(${userName("u")}, u.email) as name, ${STAFF_ROLE} as role
     from "user" u
     left join staff_member s on s.user_id = u.id and s.deleted_at is null
     where u.id = :user_id and u.deleted_at is null`,
    input
  )
  return result.rows[0] ?? null
}
