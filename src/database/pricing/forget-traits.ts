import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
  with gone as (
    delete from price_trait t
    where t.key not in (select unnest(a.trait_keys) from price_adjustment a where a.deleted_at is null)
    returning t.key
  )
  delete from trait_entry x using gone where x.trait_key = gone.key`

/** Only traits that a live adjustment aims at are kept up to date; the others are forgotten. With the rules locked. */
export async function forgetTraits(trx: Knex): Promise<void> {
  await trx.raw(SQL)
}
