import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { LEFT_AFTER_SECONDS } from "./claim-price-list"

/** Ids of price lists that nobody makes although they wait: a process ended before or while it made them. Oldest first, at most a hundred. */
export async function unfinishedPriceLists(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select id from price_list_file
     where state in ('queued', 'running') and deleted_at is null
       and coalesce(seen_at, created_at) < now() - make_interval(secs => :left_after)
     order by created_at limit 100`,
    { left_after: LEFT_AFTER_SECONDS }
  )
  return rows.map(({ id }) => id)
}
