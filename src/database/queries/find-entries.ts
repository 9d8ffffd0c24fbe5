import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { synonymsOf } from "../synonyms/synonyms-of"
import { catalogPageKeys } from "./catalog-page-keys"

/** An entry of the catalogue, as staff choose one. */
export interface FoundEntry {
  variant_id: string
  product_id: string
  article: string | null
  title: string
  variant_title: string | null
}

export interface EntrySearch {
  /** Article, SKU or words of the name; empty = all. */
  q: string
  /** Of one product alone. */
  product_id: string | null
  variant_id: string | null
  limit: number
  offset: number
}

const COLUMNS = "e.variant_id, e.product_id, e.article, e.title, e.variant_title"

const BY_KEYS = `
  select ${COLUMNS} from unnest(cast(:keys as int[])) with ordinality as page (key, place) join catalog_entry e on e.key = page.key order by page.place`

const OF_THING = `
  with e as (
    select * from catalog_entry e
    where e.is_listed and e.product_id is not null and (e.product_id = cast(:product_id as text) or e.variant_id = cast(:variant_id as text))
  )
  select ${COLUMNS}, (select count(*)::int from e) as total from e order by e.sort_title, e.key limit :limit offset :offset`

/** Listed entries, whoever may see them, found as dealers find them: an article as typed first, then by name. */
export async function findEntries(db: Knex, search: EntrySearch): Promise<{ entries: FoundEntry[]; count: number }> {
  const { q, product_id, variant_id, limit, offset } = search
  if (product_id !== null || variant_id !== null) {
    const { rows } = await db.raw<{ rows: (FoundEntry & { total: number })[] }>(OF_THING, { product_id, variant_id, limit, offset })
    return { entries: rows.map(({ total: _, ...entry }) => entry), count: rows[0]?.total ?? 0 }
  }
  const synonyms = await synonymsOf(db, q)
  const found = await catalogPageKeys(db, { q, synonyms, category_id: null, sort: "relevance", limit, offset, sight: null })
  const { rows } = await db.raw<{ rows: FoundEntry[] }>(BY_KEYS, { keys: found?.keys ?? [] })
  return { entries: rows, count: found?.total ?? 0 }
}
