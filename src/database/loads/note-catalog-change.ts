import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Whoever keeps something of the catalogue sees by this row, from the commit on, that it has changed. What is older than a day tells nothing any more. */
const SQL = `
  with outdated as (
    delete from catalog_change where id in (
      select id from catalog_change where at < now() - interval '1 day' order by id limit 1000 for update skip locked
    )
  )
  insert into catalog_change default values`

/** In the transaction that changes the catalogue, or how it is shown. */
export async function noteCatalogChange(db: Knex): Promise<void> {
  await db.raw(SQL)
}
