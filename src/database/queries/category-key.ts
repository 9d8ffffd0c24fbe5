import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Sight, sightBindings, visibleTotal } from "./visible-entries"

/**
 * SQL: the integer key of a category that the dealer sees, with all above it; no row when there is none. `id` is SQL too. One who does not see all sees the
 * categories that have something for him: an empty one would tell of what is hidden in it. The names of its own tables are such as no statement around
 * it has: an `id` of one of these would mean the category sought itself, and any would do.
 */
const keyOf = (sight: Sight, id: string): string => `
  select sought_key.key from catalog_category sought_key
  join product_category sought_category on sought_category.id = sought_key.category_id and sought_category.deleted_at is null
    and sought_category.is_active and not sought_category.is_internal
    and not exists (
      select from product_category sought_above
      where sought_above.id = any (string_to_array(sought_category.mpath, '.'))
        and (sought_above.deleted_at is not null or not sought_above.is_active or sought_above.is_internal)
    )
  where sought_key.category_id = ${id}${sight === null ? "" : ` and ${visibleTotal(sight, "sought_key.key")} > 0`}`

/** SQL: {@link keyOf} the bound `:category_id`. */
export const seenCategoryKey = (sight: Sight): string => keyOf(sight, ":category_id")

/** SQL: whether the dealer sees a category; its id is SQL too. */
export const seesCategory = (sight: Sight, id: string): string => `exists (${keyOf(sight, id)})`

const unknown = (sight: Sight) => `
  select wanted.id from unnest(cast(:category_ids as text[])) as wanted (id) where not ${seesCategory(sight, "wanted.id")}`

/** Those of these ids that are no category that the dealer sees. */
export async function unknownCategories(
  db: Knex,
  { category_ids, sight }: { category_ids: readonly string[]; sight: Sight }
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(unknown(sight), { category_ids: [...category_ids], ...sightBindings(sight) })
  return rows.map(({ id }) => id)
}
