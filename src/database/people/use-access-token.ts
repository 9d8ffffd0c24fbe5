import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Whose link it was. */
export interface TokenOwner {
  invitation_id: string
  employee_id: string
  name: string
  email: string
  phone: string | null
}

/**
 * The row lock of the update lets one of two requests through; a blocked person's link is as good as none. His other links are over too, at
 * the same moment: once he has a password, none that lies about sets another.
 */
const USE = `
  with given as (
    select employee_id from invitation where token_hash = :token_hash and used_at is null and expires_at > now()
  ),
  used as (
    update invitation i set used_at = now()
    from given join employee e on e.id = given.employee_id and e.state = 'active' and e.deleted_at is null
    where i.employee_id = e.id and i.used_at is null
    returning i.id as invitation_id, i.token_hash, e.id as employee_id, e.name, e.email, e.phone
  )
  select invitation_id, employee_id, name, email, phone from used where token_hash = :token_hash`

/** With those that went at the same moment. */
const GIVE_BACK = `
  update invitation i set used_at = null from invitation given
  where given.id = ? and i.employee_id = given.employee_id and i.used_at = given.used_at`

/** Uses a token up and voids the others of its owner; null when it is unknown, used or expired, all alike. */
export async function useAccessToken(db: Knex, input: { token_hash: string }): Promise<TokenOwner | null> {
  const { rows } = await db.raw<{ rows: TokenOwner[] }>(USE, input)
  return rows[0] ?? null
}

/** Makes a used token and those that it voided good again, where what it was used for has failed. */
export async function giveBackAccessToken(db: Knex, invitationId: string): Promise<void> {
  await db.raw(GIVE_BACK, [invitationId])
}
