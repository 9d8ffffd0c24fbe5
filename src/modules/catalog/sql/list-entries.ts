import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CatalogEntry } from "../types"

const SQL = `
  select key, variant_id, product_id, article, sku, title, variant_title, category_keys, is_listed
  from catalog_entry where variant_id = any(cast(:variant_ids as text[])) order by key`

/** Entries of the variants that have one, by key. */
export async function listEntries(knex: Knex, variantIds: string[]): Promise<CatalogEntry[]> {
  const { rows } = await knex.raw<{ rows: CatalogEntry[] }>(SQL, { variant_ids: variantIds })
  return rows
}
