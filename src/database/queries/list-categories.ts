import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CategoryRow } from "../../modules/catalog/rules/category-tree"

const SQL = `
  with counted as (
    select category_key, sum(entries)::int as entries from catalog_total group by category_key
  )
  select c.id, c.name, c.parent_category_id as parent_id, c.rank, coalesce(counted.entries, 0) as entry_count
  from product_category c
  left join catalog_category k on k.category_id = c.id
  left join counted on counted.category_key = k.key
  where c.deleted_at is null and c.is_active and not c.is_internal
  order by c.rank, c.name, c.id`

/** All categories that dealers see, with the number of listed entries in each one's subtree. */
export async function listCategories(db: Knex): Promise<CategoryRow[]> {
  const { rows } = await db.raw<{ rows: CategoryRow[] }>(SQL)
  return rows
}
