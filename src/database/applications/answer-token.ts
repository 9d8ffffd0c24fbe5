import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Makes a secret valid with which a stranger answers what he is asked; an earlier one is void. Nothing when nobody asks any more. */
export async function issueAnswerToken(db: Knex, input: { id: string; token_hash: string; valid_hours: number }): Promise<void> {
  await db.raw(
    `update application set answer_token_hash = :token_hash, answer_token_expires_at = now() + make_interval(hours => cast(:valid_hours as int))
     where id = :id and state = 'more_requested' and deleted_at is null`,
    input
  )
}

/** Whether a secret would be taken; asked before the files of an answer are stored. */
export async function isAnswerTokenValid(db: Knex, input: { token_hash: string }): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `select 1 from application where answer_token_hash = :token_hash and answer_token_expires_at > now() and deleted_at is null`,
    input
  )
  return rows.length > 0
}
