import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CategoryRow } from "../../modules/catalog/rules/category-tree"
import { prepared } from "../prepared"
import { type Sight, sightBindings, sightName } from "./visible-entries"

/** By category, as `visibleTotal` counts one of them. */
function visibleTotals(sight: Sight): string {
  if (sight === null) {
    return `select category_key, sum(entries)::int as entries from catalog_total group by category_key`
  }
  const listed = `from assortment_total where assortment_key = :assortment_key`
  return sight.lists === "shown"
    ? `select category_key, sum(entries)::int as entries ${listed} group by category_key`
    : `
      select category_key, sum(entries)::int as entries
      from (select category_key, entries from catalog_total union all select category_key, -entries ${listed}) changed group by category_key`
}

/** One who does not see all sees the categories that have something for him. */
const statement = (sight: Sight) => `
  with counted as (${visibleTotals(sight)})
  select c.id, c.name, c.parent_category_id as parent_id, c.rank, coalesce(k.type, 'stock') as type, k.label,
    coalesce(counted.entries, 0) as entry_count
  from product_category c
  left join catalog_category k on k.category_id = c.id
  left join counted on counted.category_key = k.key
  where c.deleted_at is null and c.is_active and not c.is_internal${sight === null ? "" : " and counted.entries > 0"}
  order by c.rank, c.name ${AS_READ}, c.id`

/** The categories that the dealer sees, with the number of entries in each one's subtree that he does. */
export async function listCategories(db: Knex, sight: Sight): Promise<CategoryRow[]> {
  return prepared<CategoryRow>(db, `category-tree${sightName(sight)}`, statement(sight), sightBindings(sight))
}
