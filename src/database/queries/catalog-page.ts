import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type CatalogPlace, FIRST_PAGE, readCatalogCursor } from "../../modules/catalog/rules/catalog-cursor"
import { MAX_QUERY_LENGTH } from "../../modules/catalog/rules/parse-query"
import { catalogPageAfter, cursorInvalid } from "./catalog-page-after"
import { catalogPageKeys, type CatalogPageQuery, isPrepared, pageSelect } from "./catalog-page-keys"
import { choiceOfText, correctedChoice, type EntryChoice, type ResolvedChoice, resolveChoice } from "./entry-choice"
import { detailsOfPage, entryDetails, type EntryDetails, type EntryDetailsQuery } from "./entry-details"

interface PageQuery extends EntryChoice, Pick<CatalogPageQuery, "sort" | "limit" | "offset">, EntryDetailsQuery {
  /** Where the page begins, instead of an offset: "start", or what the page before told; undefined = by the offset. */
  cursor?: string | undefined
}
type ResolvedQuery = Omit<PageQuery, keyof EntryChoice> & ResolvedChoice

export interface CatalogPage extends EntryDetails {
  /** Exact number of entries that match, on all pages together. */
  total: number
  /** What was searched for instead of a text that finds nothing; null = the text itself. */
  corrected_to: string | null
  /** Null = there is no page behind, or it was not asked for by a cursor. */
  next_cursor: string | null
}

/**
 * One page of the dealer catalogue; null = dealers see no such category.
 *
 * @throws MedusaError INVALID_DATA `property_unknown` · `cursor_invalid`
 */
export async function catalogPage(
  db: Knex,
  { properties, q, category_id, in_stock, among, sight, legal_entity_id, ...query }: PageQuery
): Promise<CatalogPage | null> {
  const choice = await resolveChoice(db, { properties, q, category_id, in_stock, among, sight, legal_entity_id })
  const place = placeOf(query.cursor)
  const meantBefore = place?.corrected_to ?? null
  if (meantBefore !== null) {
    return correctedPage(db, { ...query, ...(await choiceOfText(db, choice, meantBefore)) }, place, q)
  }
  const page = await pageOf(db, { ...query, ...choice }, place)
  if (page?.total !== 0 || place) {
    return page
  }
  const meant = await correctedChoice(db, choice)
  const corrected = meant && (await correctedPage(db, { ...query, ...meant }, place, q))
  return corrected?.total ? corrected : page
}

/** Pages by cursor go on with the text that the first of them was corrected to, although the typed one finds something meanwhile. */
async function correctedPage(db: Knex, query: ResolvedQuery, place: CatalogPlace | null, typed: string): Promise<CatalogPage | null> {
  const page = await pageOf(db, query, place, typed)
  return page && { ...page, corrected_to: query.q }
}

function placeOf(cursor: string | undefined): CatalogPlace | null {
  if (cursor === undefined || cursor === FIRST_PAGE) {
    return null
  }
  const place = readCatalogCursor(cursor)
  if (!place || (place.corrected_to?.length ?? 0) > MAX_QUERY_LENGTH) {
    throw cursorInvalid()
  }
  return place
}

/** In one statement, but for texts with many articles: what is planned anew each time is the shorter of two then. */
async function pageOf(
  db: Knex,
  { chosen, cursor, ...rest }: ResolvedQuery,
  place: CatalogPlace | null,
  typed: string | null = null
): Promise<CatalogPage | null> {
  const query = { ...rest, chosen: chosen.map(({ value_keys }) => value_keys) }
  if (cursor !== undefined) {
    const found = await catalogPageAfter(db, { ...query, place, typed })
    return found && { corrected_to: null, ...found, ...(await entryDetails(db, { ...query, keys: found.keys })) }
  }
  const page = pageSelect(query)
  if (isPrepared(page)) {
    const { total, ...details } = await detailsOfPage(db, page, query)
    return total === null ? null : { total, corrected_to: null, next_cursor: null, ...details }
  }
  const found = await catalogPageKeys(db, query)
  return found && { total: found.total, corrected_to: null, next_cursor: null, ...(await entryDetails(db, { ...query, keys: found.keys })) }
}
