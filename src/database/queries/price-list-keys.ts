import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isVisible, type Sight, sightBindings } from "./visible-entries"

export interface PriceListKeysQuery {
  /** Categories with all below them; none = the whole catalogue. Those that are hidden or gone give nothing. */
  category_ids: readonly string[]
  sight: Sight
  /** Keys that are read at most. */
  limit: number
}

/** An entry and the category that it stands under, as the names from the top: "Tools / Drills"; empty for one that stands in none. */
export interface PriceListKey {
  key: number
  variant_id: string
  category: string
}

/** `place` orders categories as their tree is shown. An entry stands under the deepest of its categories; of two as deep, under the first. */
const statement = (sight: Sight) => `
  with recursive category as (
    select c.id, k.key, c.name as path, array[lpad(c.rank::text, 8, '0'), c.name, c.id] as place, 1 as depth
    from product_category c join catalog_category k on k.category_id = c.id
    where c.parent_category_id is null and c.deleted_at is null and c.is_active and not c.is_internal
    union all
    select c.id, k.key, parent.path || ' / ' || c.name, parent.place || array[lpad(c.rank::text, 8, '0'), c.name, c.id], parent.depth + 1
    from category parent join product_category c on c.parent_category_id = parent.id join catalog_category k on k.category_id = c.id
    where c.deleted_at is null and c.is_active and not c.is_internal
  ),
  wanted as (select array_agg(key) as keys from category where id = any (cast(:category_ids as text[]))),
  listed as materialized (
    select e.key, e.variant_id, e.sort_title, e.category_keys from catalog_entry e
    where e.is_listed and ${isVisible(sight)} and (cardinality(cast(:category_ids as text[])) = 0 or e.category_keys && (select keys from wanted))
  ),
  placed as (
    select distinct on (e.key) e.key, e.variant_id, e.sort_title, category.path, category.place
    from listed e left join lateral unnest(e.category_keys) as named (key) on true
    left join category on category.key = named.key
    order by e.key, category.depth desc nulls last, category.place
  )
  select key, variant_id, coalesce(path, '') as category from placed order by place nulls last, sort_title, key limit :limit`

/** Listed entries of the chosen categories, in the order in which a price list shows them. */
export async function priceListKeys(db: Knex, { category_ids, limit, sight }: PriceListKeysQuery): Promise<PriceListKey[]> {
  const { rows } = await db.raw<{ rows: PriceListKey[] }>(statement(sight), {
    category_ids: [...category_ids],
    limit,
    ...sightBindings(sight),
  })
  return rows
}
