import type { Db } from "./db"

/** Adds partners, by their receipts, to those that the session has given to 1C. */
export async function rememberSentPartners(db: Db, session_id: string, receipts: string[]): Promise<void> {
  await db.raw(`UPDATE onec_session SET sent_partners = coalesce(sent_partners, '{}') || ?::text[], updated_at = now() WHERE id = ?`, [
    receipts,
    session_id,
  ])
}
