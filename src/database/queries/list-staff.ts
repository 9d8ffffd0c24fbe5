import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StaffRole } from "../../modules/company/rules/staff-access"
import { STAFF_ROLE } from "./staff-role"
import { userName } from "./user-name"

export interface StaffListing {
  user_id: string
  name: string
  email: string
  role: StaffRole
  /** Nobody has given him the role: he came first, or was invited and left at that. */
  is_role_given: boolean
  /** Entities and holdings assigned to him. */
  assignments: number
}

const NAME = `coalesce(${userName("u")}, u.email)`

/** Users of the supplier by name; an installation has tens of them. */
export async function listStaff(db: Knex, input: { limit: number; offset: number }): Promise<{ staff: StaffListing[]; count: number }> {
  const result = await db.raw<{ rows: (StaffListing & { total: number })[] }>(
    `select u.id as user_id, ${NAME} as name,
       u.email, ${STAFF_ROLE} as role, s.id is not null as is_role_given, count(*) over ()::int as total,
       (select count(*)::int from manager_assignment ma where ma.user_id = u.id and ma.deleted_at is null) as assignments
     from "user" u
     left join staff_member s on s.user_id = u.id and s.deleted_at is null
     where u.deleted_at is null
     order by ${NAME} ${AS_READ}, u.id
     limit :limit offset :offset`,
    input
  )
  return { staff: result.rows.map(({ total: _total, ...listing }) => listing), count: result.rows[0]?.total ?? 0 }
}
