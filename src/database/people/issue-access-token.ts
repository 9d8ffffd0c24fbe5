import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

export interface NewAccessToken {
  employee_id: string
  purpose: "invitation" | "password_reset"
  token_hash: string
  valid_hours: number
}

/**
 * Only the last link of a kind works: whoever asks twice has the first one voided. Anybody may say that a password is forgotten, so that
 * does not void an invitation.
 */
const VOID = `delete from invitation where employee_id = :employee_id and purpose = :purpose and used_at is null`

const ISSUE = `
  insert into invitation (id, employee_id, purpose, token_hash, expires_at)
  values (:id, :employee_id, :purpose, :token_hash, now() + make_interval(hours => cast(:valid_hours as int)))`

/** Makes a link of an employee valid, and his earlier ones of the kind void. */
export async function issueAccessToken(db: Knex, token: NewAccessToken): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw(VOID, { employee_id: token.employee_id, purpose: token.purpose })
    await trx.raw(ISSUE, { id: generateEntityId("", "invt"), ...token })
  })
}
