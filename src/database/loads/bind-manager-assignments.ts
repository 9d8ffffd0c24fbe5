import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
  update manager_assignment t set user_id = u.id, updated_at = now()
  from "user" u
  where u.id = :user_id and u.deleted_at is null and t.manager_email = lower(u.email) and t.user_id is null and t.deleted_at is null`

/** Gives a user the clients that the ERP had told of under his e-mail before he was a user. How many assignments found him. */
export async function bindManagerAssignments(db: Knex, input: { user_id: string }): Promise<number> {
  const result = await db.raw<{ rowCount: number | null }>(SQL, { user_id: input.user_id })
  return result.rowCount ?? 0
}
