import type { Db } from "./db"

export interface IdleSession {
  id: string
  source: string
}

/** Sessions that hold files nobody has asked to import and have been silent for so long, the oldest first. */
export async function idleSessions(db: Db, silent_seconds: number, limit: number): Promise<IdleSession[]> {
  const { rows } = await db.raw<IdleSession>(
    `SELECT s.id, a.source FROM onec_session s JOIN onec_account a ON a.id = s.account_id
      WHERE s.deleted_at IS NULL AND s.last_seen_at < now() - make_interval(secs => ?)
        AND (s.busy_until IS NULL OR s.busy_until < now())
        AND EXISTS (SELECT FROM onec_file f WHERE f.session_id = s.id AND f.state = 'uploaded' AND f.deleted_at IS NULL)
      ORDER BY s.created_at LIMIT ?`,
    [silent_seconds, limit]
  )
  return rows
}
