import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { setTimeout } from "node:timers/promises"

const WAITING = `select count(*)::int as found from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

/** Until so many statements of this database wait for locks that others hold, or until a request is answered that was to wait. */
export async function untilSomebodyWaits(db: Knex, wanted = 1, request?: Promise<unknown>): Promise<void> {
  let isAnswered = false
  const answered = () => void (isAnswered = true)
  void request?.then(answered, answered)
  while (!isAnswered && ((await db.raw<{ rows: { found: number }[] }>(WAITING)).rows[0]?.found ?? 0) < wanted) {
    await setTimeout(50)
  }
}
