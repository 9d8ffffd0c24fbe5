import type { Db } from "./db"

/** An open session together with what its commands need of its account. */
export interface ActiveSession {
  id: string
  account_id: string
  type: "catalog" | "sale" | "reference" | "partners"
  version: string | null
  sent_order_ids: string[] | null
  sent_partners: string[] | null
  login: string
  source: string
  dialect: "auto" | "client_a" | "client_b"
  file_limit: number | null
}

interface Wanted {
  by: "token_hash" | "id"
  value: string
  idle_minutes: number
}

/** Finds an open session and notes that it is in use, in one statement. Null when it is unknown, closed, too long idle, or its account is no longer active. */
export async function touchSession(db: Db, { by, value, idle_minutes }: Wanted): Promise<ActiveSession | null> {
  const { rows } = await db.raw<ActiveSession>(
    `UPDATE onec_session s SET last_seen_at = now(), updated_at = now()
       FROM onec_account a
      WHERE s.${by === "id" ? "id" : "token_hash"} = ? AND s.state = 'open' AND s.deleted_at IS NULL
        AND s.last_seen_at > now() - make_interval(mins => ?)
        AND a.id = s.account_id AND a.is_active AND a.deleted_at IS NULL
      RETURNING s.id, s.account_id, s.type, s.version, s.sent_order_ids, s.sent_partners, a.login, a.source, a.dialect, a.file_limit`,
    [value, idle_minutes]
  )
  return rows[0] ?? null
}
