import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type PurchaseGap, purchaseGaps } from "../../modules/catalog/rules/purchase-gaps"
import type { Reach } from "../../modules/company/rules/reach-of-scope"
import { FROM_WAREHOUSES } from "../queries/entry-stock"
import { listCategories } from "../queries/list-categories"
import { matchingEntries } from "../queries/matching-entries"
import { SEEN_PLACES } from "../queries/seen-places"
import type { Sight } from "../queries/visible-entries"
import { amongBought, boughtByCategory } from "./purchases"

/** Whose orders count, and what of the catalogue he sees. */
export interface GapsQuery {
  bought_by: Reach
  sight: Sight
}

/** The same with the warehouses that the contract draws from; none = all. */
export interface GapsFileQuery extends GapsQuery {
  warehouse_ids: readonly string[]
}

/** What a client takes of each category that he sees. */
export async function gapsByCategory(db: Knex, query: GapsQuery): Promise<PurchaseGap[]> {
  const bought = await boughtByCategory(db, query)
  return purchaseGaps(await listCategories(db, query.sight), bought)
}

/** A product that was never bought. */
export interface NeverBought {
  article: string | null
  title: string
  variant_title: string | null
  /** Names of its categories, the root first. */
  categories: string | null
  /** In stock in the warehouses that the contract draws from, exact decimal. */
  available: string
}

/** Under which it stands: the deepest of its categories that are seen. */
const CATEGORIES = `
  select string_agg(above.name, ' / ' order by path.place)
  from (select c.mpath from ${SEEN_PLACES} order by length(c.mpath) desc, c.id limit 1) placed
  cross join lateral string_to_table(placed.mpath, '.') with ordinality as path (id, place)
  join product_category above on above.id = path.id`

const AVAILABLE = `
  select coalesce(trim_scale(sum(greatest(level.stocked_quantity - level.reserved_quantity, 0))), 0)::text
  from inventory_level level
  where level.inventory_item_id = e.inventory_item_id and level.deleted_at is null and level.location_id in (select id from warehouse)`

/** Products that are seen and were never bought, by category and name; null = no such category is seen. */
export async function neverBought(
  db: Knex,
  { bought_by, sight, warehouse_ids, category_id, limit }: GapsFileQuery & { category_id: string | null; limit: number }
): Promise<NeverBought[] | null> {
  const { sought, entries, isThere, bindings } = matchingEntries({
    ...{ q: "", category_id, sight },
    among: [await amongBought(db, "never", bought_by)],
  })
  const { rows } = await db.raw<{ rows: { is_there: boolean; products: NeverBought[] }[] }>(
    `
    with sought as materialized (${sought([])}),
    warehouse as materialized (select l.id ${FROM_WAREHOUSES}),
    found as materialized (${entries("e.key, e.product_id, e.inventory_item_id, e.category_keys, e.article, e.title, e.variant_title, e.sort_title")}),
    named as materialized (select e.*, (${CATEGORIES}) as categories, (${AVAILABLE}) as available from found e)
    select ${isThere} as is_there, coalesce((
      select json_agg(json_build_object('article', article, 'title', title, 'variant_title', variant_title, 'categories', categories, 'available', available)
        order by categories ${AS_READ} nulls last, sort_title, key)
      from (select * from named order by categories ${AS_READ} nulls last, sort_title, key limit :row_limit) listed
    ), '[]') as products`,
    { ...bindings, warehouse_ids: [...warehouse_ids], row_limit: limit }
  )
  return rows[0]?.is_there ? rows[0].products : null
}
