import type { Db } from "./db"

/** How long a lease outlives its last renewal: after a kill -9 the session is free again this much later. */
const LEASE_SECONDS = 45

/** Takes the session for one writer. False when another one has it. */
export async function takeLease(db: Db, session_id: string): Promise<boolean> {
  const { rows } = await db.raw<{ id: string }>(
    `UPDATE onec_session SET busy_until = now() + make_interval(secs => ?)
      WHERE id = ? AND (busy_until IS NULL OR busy_until < now()) RETURNING id`,
    [LEASE_SECONDS, session_id]
  )
  return rows.length > 0
}

/** Called by the holder while it works. */
export async function renewLease(db: Db, session_id: string): Promise<void> {
  await db.raw(`UPDATE onec_session SET busy_until = now() + make_interval(secs => ?) WHERE id = ?`, [LEASE_SECONDS, session_id])
}

export async function releaseLease(db: Db, session_id: string): Promise<void> {
  await db.raw(`UPDATE onec_session SET busy_until = NULL, last_seen_at = now() WHERE id = ?`, [session_id])
}
