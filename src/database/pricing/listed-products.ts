import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EntryName } from "./entry-names"

/** Shown of a list; how many there are in all is said with the adjustment. */
const SHOWN_MAX = 200

const SQL = `
  select e.variant_id, e.article, e.title, e.variant_title
  from price_adjustment a join price_trait t on t.key = any (a.trait_keys) and t.kind = 'list'
  join trait_entry x on x.trait_key = t.key join catalog_entry e on e.key = x.entry_key
  where a.id = :id order by e.article nulls last, e.key limit ${SHOWN_MAX}`

/** The first products of an adjustment's list, by article; none where it has no list. */
export async function listedProducts(db: Knex, { id }: { id: string }): Promise<EntryName[]> {
  const { rows } = await db.raw<{ rows: EntryName[] }>(SQL, { id })
  return rows
}

const LISTS = `
  select a.id, array_agg(coalesce(e.sku, e.article) order by e.article nulls last, e.key) as articles
  from price_adjustment a join price_trait t on t.key = any (a.trait_keys) and t.kind = 'list'
  join trait_entry x on x.trait_key = t.key join catalog_entry e on e.key = x.entry_key
  where a.deleted_at is null and a.source = 'portal' group by a.id`

/** SKUs, or else articles, of all lists of live adjustments made by hand, by the adjustment's id; null for a product that has neither. */
export async function articlesOfLists(db: Knex): Promise<Map<string, (string | null)[]>> {
  const { rows } = await db.raw<{ rows: { id: string; articles: (string | null)[] }[] }>(LISTS)
  return new Map(rows.map(({ id, articles }) => [id, articles]))
}
