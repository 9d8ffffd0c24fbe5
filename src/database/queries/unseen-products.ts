import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isVisible, type Sight, sightBindings } from "./visible-entries"

/** What a filter by ids may hold: PostgreSQL takes no more than 65,535 parameters. */
export const PRODUCT_IDS_MAX = 30_000

const HIDDEN = (sight: Sight) => `
  select distinct e.product_id as id from catalog_entry e where e.product_id is not null and not (${isVisible(sight)}) limit ${PRODUCT_IDS_MAX + 1}`

const SHOWN = (sight: Sight) => `
  select e.product_id as id from catalog_entry e where e.product_id is not null group by e.product_id having bool_and(${isVisible(sight)})
  limit ${PRODUCT_IDS_MAX + 1}`

/** Medusa's operators on ids. */
export type ProductFilter = { $nin: string[] } | { $in: string[] }

/**
 * Which products Medusa's own routes may tell the dealer of: those of which he sees all variants, since these routes tell a product with all of
 * them. Null = of more than a filter can name, whichever way it is put.
 */
export async function seenProducts(db: Knex, sight: NonNullable<Sight>): Promise<ProductFilter | null> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(sight.lists === "shown" ? SHOWN(sight) : HIDDEN(sight), sightBindings(sight))
  const ids = rows.map(({ id }) => id)
  if (ids.length > PRODUCT_IDS_MAX) {
    return null
  }
  return sight.lists === "shown" ? { $in: ids } : { $nin: ids }
}

const ONE = (sight: Sight) => `
  select not exists (select from catalog_entry e where e.product_id = asked.product_id and not (${isVisible(sight)})) as seen
  from (
    select coalesce((select v.product_id from product_variant v where v.id = :id), :id) as product_id
  ) asked`

/** The same of one product, by its id or that of one of its variants. */
export async function isProductSeen(db: Knex, sight: NonNullable<Sight>, id: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { seen: boolean }[] }>(ONE(sight), { id, ...sightBindings(sight) })
  return rows[0]?.seen ?? false
}

const AMONG = (sight: Sight) => `
  select v.id from unnest(cast(:ids as text[])) as asked (id) join product_variant v on v.id = asked.id
  where not exists (select from catalog_entry e where e.product_id = v.product_id and not (${isVisible(sight)}))`

/** The same of many variants: those of products that the dealer sees. */
export async function seenAmong(db: Knex, sight: NonNullable<Sight>, variantIds: string[]): Promise<Set<string>> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(AMONG(sight), { ids: variantIds, ...sightBindings(sight) })
  return new Set(rows.map(({ id }) => id))
}
