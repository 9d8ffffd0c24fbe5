import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface AttemptCount {
  /** With this attempt. */
  count: number
  /** Until the count begins anew. */
  seconds_left: number
}

/** Rows of callers that never came back go a few at a time, so that nobody has to come by for them. */
const SWEEP = `
  delete from attempt where key in (
    select key from attempt where resets_at < now() and key <> :key order by resets_at limit 5 for update skip locked)`

const COUNT = `
  with swept as (${SWEEP})
  insert into attempt as a (key, count, resets_at) values (:key, 1, now() + make_interval(secs => :window_seconds))
  on conflict (key) do update set
    count = case when a.resets_at < now() then 1 else a.count + 1 end,
    resets_at = case when a.resets_at < now() then excluded.resets_at else a.resets_at end
  returning count, ceil(extract(epoch from resets_at - now()))::int as seconds_left`

/** Counts an attempt under a key. The database is what all instances share, so they count together. */
export async function countAttempt(db: Knex, input: { key: string; window_seconds: number }): Promise<AttemptCount> {
  const { rows } = await db.raw<{ rows: [AttemptCount] }>(COUNT, input)
  return rows[0]
}
