import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Of words, articles, categories and values: those that searches and facets read and loads write. */
const INDEXES = ["catalog_entry_words", "catalog_entry_codes", "catalog_entry_category_keys", "catalog_facts_value_keys"]

/**
 * Puts into their places what PostgreSQL has only noted beside the GIN indexes of the catalogue. It keeps up to 4 MB an index so, which makes loads three times as fast,
 * and every search reads the notes to their end, once a word: after a thousand renamed products it takes a third longer. Autovacuum would come when a
 * tenth of the catalogue has changed. Where nothing is noted it costs nothing.
 *
 * A writer that folds at the same time is waited for; none waits for this.
 *
 * @returns how many pages of notes there were
 */
export async function foldPendingLists(db: Knex): Promise<number> {
  let pages = 0
  for (const index of INDEXES) {
    const { rows } = await db.raw<{ rows: { pages: number }[] }>("select gin_clean_pending_list(cast(? as regclass))::int as pages", [
      index,
    ])
    pages += rows[0]?.pages ?? 0
  }
  return pages
}
