import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A finished price list is kept for so long: prices move on. */
const KEPT_HOURS = 24
/** Of one person's finished price lists so many are kept. */
const KEPT_PER_EMPLOYEE = 20
const BATCH = 500

/** Finished price lists that are too old, or older than the newest twenty of the same person. At most 500. */
export async function outdatedPriceLists(db: Knex): Promise<{ id: string; file_id: string | null }[]> {
  const { rows } = await db.raw<{ rows: { id: string; file_id: string | null }[] }>(
    `select id, file_id from (
       select id, file_id, finished_at, row_number() over (partition by employee_id order by finished_at desc, id desc) as place
       from price_list_file where state in ('done', 'failed') and deleted_at is null
     ) finished
     where place > :kept or finished_at < now() - make_interval(hours => :hours)
     limit :batch`,
    { kept: KEPT_PER_EMPLOYEE, hours: KEPT_HOURS, batch: BATCH }
  )
  return rows
}
