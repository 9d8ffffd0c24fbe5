import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
  with gone as (
    delete from price_trait t
    where t.kind = 'label' and t.value = any(cast(:labels as text[]))
      and not exists (select from price_adjustment a where a.deleted_at is null and t.key = any (a.trait_keys))
    returning t.key
  )
  delete from trait_entry x using gone where x.trait_key = gone.key`

/** Forgets which goods have these labels, where no adjustment aims at them and none shuts adjustments off. With the rules locked. */
export async function forgetLabels(trx: Knex, labels: string[]): Promise<void> {
  await trx.raw(SQL, { labels })
}
