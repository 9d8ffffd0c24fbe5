import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"

/** The product of a listed variant; null when there is none, or the dealer does not see it. */
export async function reviewedProduct(
  db: Knex,
  { variant_id, sight }: { variant_id: string; sight: Sight }
): Promise<{ product_id: string } | null> {
  const { rows } = await db.raw<{ rows: { product_id: string }[] }>(
    `select e.product_id from catalog_entry e where e.variant_id = :variant_id and e.is_listed and e.product_id is not null and ${isVisible(sight)}`,
    { variant_id, ...sightBindings(sight) }
  )
  return rows[0] ?? null
}
