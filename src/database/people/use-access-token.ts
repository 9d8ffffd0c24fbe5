import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Whose link it was. */
export interface TokenOwner {
  invitation_id: string
  employee_id: string
  name: string
  email: string
  phone: string | null
}

/** The row lock of the update lets one of two equal requests through; a blocked person's link is as good as none. */
const USE = `
  update invitation i set used_at = now()
  from employee e
  where i.token_hash = :token_hash and i.used_at is null and i.expires_at > now()
    and e.id = i.employee_id and e.state = 'active' and e.deleted_at is null
  returning i.id as invitation_id, e.id as employee_id, e.name, e.email, e.phone`

const GIVE_BACK = `update invitation set used_at = null where id = ?`

/** Uses a token up; null when it is unknown, used or expired, all alike. */
export async function useAccessToken(db: Knex, input: { token_hash: string }): Promise<TokenOwner | null> {
  const { rows } = await db.raw<{ rows: TokenOwner[] }>(USE, input)
  return rows[0] ?? null
}

/** Makes a used token good again, where what it was used for has failed. */
export async function giveBackAccessToken(db: Knex, invitationId: string): Promise<void> {
  await db.raw(GIVE_BACK, [invitationId])
}
