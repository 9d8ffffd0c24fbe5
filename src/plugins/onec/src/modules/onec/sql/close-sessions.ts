import type { Db } from "./db"

/** Closes sessions that nobody has used for so long and that hold no waiting file; gives their ids. */
export async function closeSessions(db: Db, idle_minutes: number, limit: number): Promise<string[]> {
  const { rows } = await db.raw<{ id: string }>(
    `UPDATE onec_session SET state = 'closed', updated_at = now()
      WHERE id IN (SELECT s.id FROM onec_session s
                    WHERE s.state = 'open' AND s.deleted_at IS NULL AND s.last_seen_at < now() - make_interval(mins => ?)
                      AND NOT EXISTS (SELECT FROM onec_file f WHERE f.session_id = s.id AND f.state = 'uploaded' AND f.deleted_at IS NULL)
                    ORDER BY s.last_seen_at LIMIT ?)
      RETURNING id`,
    [idle_minutes, limit]
  )
  return rows.map(({ id }) => id)
}

/** Forgets sessions closed for so many days, with the list of their files; gives their ids. */
export async function forgetSessions(db: Db, after_days: number, limit: number): Promise<string[]> {
  const { rows } = await db.raw<{ id: string }>(
    `WITH gone AS (
       DELETE FROM onec_session
        WHERE id IN (SELECT id FROM onec_session WHERE state = 'closed' AND last_seen_at < now() - make_interval(days => ?)
                      ORDER BY last_seen_at LIMIT ?)
       RETURNING id
     ), files AS (DELETE FROM onec_file WHERE session_id IN (SELECT id FROM gone))
     SELECT id FROM gone`,
    [after_days, limit]
  )
  return rows.map(({ id }) => id)
}
