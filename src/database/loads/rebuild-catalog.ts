import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type CatalogRefreshCounts, IS_LEXICON_WORD, refreshCatalogEntries } from "./refresh-catalog-entries"

const LOCK = `select pg_try_advisory_xact_lock(hashtext('kontor_rebuild_catalog')) as locked`

const COUNT_WORDS = `
  with counted as materialized (
    select word, count(distinct e.key)::int as entries
    from catalog_entry e cross join string_to_table(e.sort_title || ' ' || coalesce(kontor_sort_title(e.property_words), ''), ' ') as word
    where e.is_listed and ${IS_LEXICON_WORD} group by word
  ),
  gone as (delete from catalog_word w where not exists (select from counted c where c.word = w.word))
  insert into catalog_word (word, entries)
  select c.word, c.entries from counted c left join catalog_word w on w.word = c.word where w.entries is distinct from c.entries order by c.word
  on conflict (word) do update set entries = excluded.entries`

/** What is said of 100,000 products stays in memory between the steps of a statement; only one is made anew at a time. */
const MEMORY = `select set_config('work_mem', '128MB', true)`

/**
 * Makes the whole catalogue anew from Medusa's tables, in one transaction: entries, facts and the lexicon; what is as it should be is not written. Nobody who reads waits for it; loads
 * of goods do, and it for them.
 *
 * @throws MedusaError NOT_ALLOWED `rebuild_running` while another one does the same
 */
export async function rebuildCatalog(db: Knex): Promise<CatalogRefreshCounts> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: { locked: boolean }[] }>(LOCK)
    if (!rows[0]?.locked) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The catalogue is being made anew already", "rebuild_running")
    }
    await trx.raw(MEMORY)
    const counts = await refreshCatalogEntries(trx, "all", { isAnew: true })
    await trx.raw(COUNT_WORDS)
    return counts
  })
}
