import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type CatalogPageQuery, pageKeys, soughtKeys } from "./catalog-page-keys"
import { detailsOfPage, entryDetails, type EntryDetails, type EntryDetailsQuery } from "./entry-details"

export interface CatalogPage extends EntryDetails {
  /** Exact number of entries that match, on all pages together. */
  total: number
}

/** One page of the dealer catalogue; null = dealers see no such category. In one statement without a text, else in one that finds and one that tells. */
export async function catalogPage(db: Knex, query: CatalogPageQuery & EntryDetailsQuery): Promise<CatalogPage | null> {
  const page = pageKeys(query)
  if (page.name !== null) {
    const { total, ...details } = await detailsOfPage(db, page, query)
    return total === null ? null : { total, ...details }
  }
  const found = await soughtKeys(db, page, query)
  return found && { total: found.total, ...(await entryDetails(db, { ...query, keys: found.keys })) }
}
