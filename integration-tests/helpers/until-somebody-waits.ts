import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { setTimeout } from "node:timers/promises"

const WAITING = `select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as found`

/** Until a statement of this database waits for a lock that another holds. */
export async function untilSomebodyWaits(db: Knex): Promise<void> {
  while (!(await db.raw<{ rows: { found: boolean }[] }>(WAITING)).rows[0]?.found) {
    await setTimeout(50)
  }
}
