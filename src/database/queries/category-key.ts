import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** SQL: the integer key of a category that dealers may see; no row when there is none. `id` is SQL too. */
const keyOf = (id: string): string => `
  select k.key from catalog_category k
  join product_category c on c.id = k.category_id and c.deleted_at is null and c.is_active and not c.is_internal
  where k.category_id = ${id}`

/** SQL: {@link keyOf} the bound `:category_id`. */
export const CATEGORY_KEY = keyOf(":category_id")

const UNKNOWN = `
  select wanted.id from unnest(cast(:category_ids as text[])) as wanted (id) where not exists (${keyOf("wanted.id")})`

/** Those of these ids that are no category that dealers may see. */
export async function unknownCategories(db: Knex, category_ids: readonly string[]): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(UNKNOWN, { category_ids: [...category_ids] })
  return rows.map(({ id }) => id)
}
