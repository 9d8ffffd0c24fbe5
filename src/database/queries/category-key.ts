import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { prepared } from "../prepared"

/** SQL: the integer key of a category that dealers may see; no row when there is none. Takes `:category_id`. */
export const CATEGORY_KEY = `
  select k.key from catalog_category k
  join product_category c on c.id = k.category_id and c.deleted_at is null and c.is_active and not c.is_internal
  where k.category_id = :category_id`

/** Integer key of a category that dealers may see; null when there is none. */
export async function categoryKey(db: Knex, categoryId: string): Promise<number | null> {
  const [found] = await prepared<{ key: number }>(db, "category-key", CATEGORY_KEY, { category_id: categoryId })
  return found?.key ?? null
}
