import type { Db } from "./db"

/** Adds orders to those that the session has given to 1C. */
export async function rememberSentOrders(db: Db, session_id: string, order_ids: string[]): Promise<void> {
  await db.raw(`UPDATE onec_session SET sent_order_ids = coalesce(sent_order_ids, '{}') || ?::text[], updated_at = now() WHERE id = ?`, [
    order_ids,
    session_id,
  ])
}
