import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { catalogPageKeys, type CatalogPageQuery, isPrepared, pageSelect } from "./catalog-page-keys"
import { detailsOfPage, entryDetails, type EntryDetails, type EntryDetailsQuery } from "./entry-details"

export interface CatalogPage extends EntryDetails {
  /** Exact number of entries that match, on all pages together. */
  total: number
}

/**
 * One page of the dealer catalogue; null = dealers see no such category. In one statement, but for texts with many articles: what is planned anew
 * each time is the shorter of two then.
 */
export async function catalogPage(db: Knex, query: CatalogPageQuery & EntryDetailsQuery): Promise<CatalogPage | null> {
  const page = pageSelect(query)
  if (isPrepared(page)) {
    const { total, ...details } = await detailsOfPage(db, page, query)
    return total === null ? null : { total, ...details }
  }
  const found = await catalogPageKeys(db, query)
  return found && { total: found.total, ...(await entryDetails(db, { ...query, keys: found.keys })) }
}
