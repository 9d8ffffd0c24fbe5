import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { StaffRole } from "../../modules/company/rules/staff-access"
import { STAFF_ROLE } from "../queries/staff-role"

/** One change at a time: two administrators must not degrade each other in the same moment. */
const LOCK = `lock table staff_member in share row exclusive mode`

const STANDING = `
  select s.role from "user" u left join staff_member s on s.user_id = u.id and s.deleted_at is null
  where u.id = :user_id and u.deleted_at is null`

const ADMINS_LEFT = `
  select count(*)::int as left from "user" u left join staff_member s on s.user_id = u.id and s.deleted_at is null
  where u.deleted_at is null and u.id <> :user_id and ${STAFF_ROLE} = 'admin'`

const WRITE = `
  insert into staff_member (id, user_id, role) values (:id, :user_id, :role)
  on conflict (user_id) where deleted_at is null do update set role = excluded.role, updated_at = now()`

/** The first user, who administers without having been told to, keeps that when somebody else is told to. */
const SETTLE_FIRST = `
  insert into staff_member (id, user_id, role)
  select :id, u.id, 'admin' from "user" u left join staff_member s on s.user_id = u.id and s.deleted_at is null
  where u.deleted_at is null and u.id <> :user_id and s.id is null and ${STAFF_ROLE} = 'admin'`

const FORGET = `delete from staff_member where user_id = :user_id`

export type StaffRoleOutcome = { kind: "written"; before: StaffRole | null } | { kind: "no_such_user" } | { kind: "last_admin" }

/** Gives a user a role, or none; refused when nobody would be left to administer. Runs in a transaction of the caller. */
export async function setStaffRole(trx: Knex.Transaction, input: { user_id: string; role: StaffRole | null }): Promise<StaffRoleOutcome> {
  const { user_id, role } = input
  await trx.raw(LOCK)
  const standing = await trx.raw<{ rows: { role: StaffRole | null }[] }>(STANDING, { user_id })
  const [user] = standing.rows
  if (!user) {
    return { kind: "no_such_user" }
  }
  if (role !== null && role !== "admin") {
    const admins = await trx.raw<{ rows: { left: number }[] }>(ADMINS_LEFT, { user_id })
    if (admins.rows[0]?.left === 0) {
      return { kind: "last_admin" }
    }
  }
  await trx.raw(SETTLE_FIRST, { id: generateEntityId(undefined, "staf"), user_id })
  await (role === null ? trx.raw(FORGET, { user_id }) : trx.raw(WRITE, { id: generateEntityId(undefined, "staf"), user_id, role }))
  return { kind: "written", before: user.role }
}
