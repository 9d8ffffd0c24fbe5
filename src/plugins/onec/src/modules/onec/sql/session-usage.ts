import type { Db } from "./db"

export interface SessionUsage {
  files: number
  /** Sum of everything the session has delivered, dealt with and replaced files included: they may still lie on the disk. */
  bytes: number
}

/** What a session has used of its limits. */
export async function sessionUsage(db: Db, session_id: string): Promise<SessionUsage> {
  const { rows } = await db.raw<{ files: string; bytes: string }>(
    `SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM onec_file WHERE session_id = ?`,
    [session_id]
  )
  return { files: Number(rows[0]?.files ?? 0), bytes: Number(rows[0]?.bytes ?? 0) }
}
