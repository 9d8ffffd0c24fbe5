import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `delete from notification where idempotency_key = :idempotency_key and status = 'failure'`

/**
 * Removes the row of a mail that failed, so that the next attempt is a first one. Medusa sends a failed notification again, but under an id
 * that it has not written, so that the state of the second attempt is lost and the mail goes out time and again.
 */
export async function forgetFailedMail(db: Knex, input: { idempotency_key: string }): Promise<void> {
  await db.raw(SQL, input)
}
