import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A process that gave no sign of life for so long has ended. */
export const LEFT_AFTER_SECONDS = 60

/**
 * Takes a price list that waits, or that a process which ended has left. Of several that ask at once one gets it: the update of the others
 * finds the row as the first has left it.
 *
 * @returns the number of attempts with this one; null when another makes it, it is finished, or there is none
 */
export async function claimPriceList(db: Knex, id: string): Promise<number | null> {
  const { rows } = await db.raw<{ rows: { attempts: number }[] }>(
    `update price_list_file set state = 'running', attempts = attempts + 1, done = 0, total = null, seen_at = now(), updated_at = now()
     where id = :id and deleted_at is null
       and (state = 'queued' or (state = 'running' and seen_at < now() - make_interval(secs => :left_after)))
     returning attempts`,
    { id, left_after: LEFT_AFTER_SECONDS }
  )
  return rows[0]?.attempts ?? null
}
