import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { catalogPageKeys, type CatalogPageQuery } from "./catalog-page-keys"
import { entryDetails, type EntryDetails, type EntryDetailsQuery } from "./entry-details"

export interface CatalogPage extends EntryDetails {
  /** Exact number of entries that match, on all pages together. */
  total: number
}

/** One page of the dealer catalogue in two statements: which entries, and what a dealer sees of them. */
export async function catalogPage(db: Knex, query: CatalogPageQuery & Omit<EntryDetailsQuery, "keys">): Promise<CatalogPage> {
  const { total, keys } = await catalogPageKeys(db, query)
  const { contract_id, day, currency_code, warehouse_ids } = query
  const details = keys.length
    ? await entryDetails(db, { keys, contract_id, day, currency_code, warehouse_ids })
    : { entries: [], prices_as_of: null }
  return { total, ...details }
}
