import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { catalogPageKeys, type CatalogPageQuery, isPrepared, pageSelect } from "./catalog-page-keys"
import { correctedChoice, type EntryChoice, type ResolvedChoice, resolveChoice } from "./entry-choice"
import { detailsOfPage, entryDetails, type EntryDetails, type EntryDetailsQuery } from "./entry-details"

type PageQuery = EntryChoice & Pick<CatalogPageQuery, "sort" | "limit" | "offset"> & EntryDetailsQuery
type ResolvedQuery = Omit<PageQuery, keyof EntryChoice> & ResolvedChoice

export interface CatalogPage extends EntryDetails {
  /** Exact number of entries that match, on all pages together. */
  total: number
  /** What was searched for instead of a text that finds nothing; null = the text itself. */
  corrected_to: string | null
}

/**
 * One page of the dealer catalogue; null = dealers see no such category.
 *
 * @throws MedusaError INVALID_DATA `property_unknown`
 */
export async function catalogPage(
  db: Knex,
  { properties, q, category_id, in_stock, among, sight, legal_entity_id, ...query }: PageQuery
): Promise<CatalogPage | null> {
  const choice = await resolveChoice(db, { properties, q, category_id, in_stock, among, sight, legal_entity_id })
  const page = await pageOf(db, { ...query, ...choice })
  if (page?.total !== 0) {
    return page
  }
  const meant = await correctedChoice(db, choice)
  const corrected = meant && (await pageOf(db, { ...query, ...meant }))
  return corrected?.total ? { ...corrected, corrected_to: meant?.q ?? null } : page
}

/** In one statement, but for texts with many articles: what is planned anew each time is the shorter of two then. */
async function pageOf(db: Knex, { chosen, ...rest }: ResolvedQuery): Promise<CatalogPage | null> {
  const query = { ...rest, chosen: chosen.map(({ value_keys }) => value_keys) }
  const page = pageSelect(query)
  if (isPrepared(page)) {
    const { total, ...details } = await detailsOfPage(db, page, query)
    return total === null ? null : { total, corrected_to: null, ...details }
  }
  const found = await catalogPageKeys(db, query)
  return found && { total: found.total, corrected_to: null, ...(await entryDetails(db, { ...query, keys: found.keys })) }
}
