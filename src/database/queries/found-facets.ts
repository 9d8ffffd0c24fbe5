import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Facet } from "./catalog-facets"
import { countInStock } from "./count-in-stock"
import { correctedChoice, type EntryChoice, resolveChoice } from "./entry-choice"
import { keptFacets } from "./kept-facets"

export interface Narrowing {
  facets: Facet[]
  /** Entries in stock, whether that is chosen or not; null = nobody asked. */
  in_stock_count: number | null
}

/**
 * Facets of what a page of the same choice shows, the text corrected where the page corrects it; null = dealers see no such category.
 *
 * @param counted_in warehouses whose stock is counted (none named = all); null = it is not
 */
export async function foundFacets(db: Knex, choice: EntryChoice, counted_in: readonly string[] | null = null): Promise<Narrowing | null> {
  const resolved = await resolveChoice(db, choice)
  const found = await keptFacets(db, resolved)
  if (!found) {
    return null
  }
  const meant = found.is_found ? null : await correctedChoice(db, resolved)
  const corrected = meant && (await keptFacets(db, meant))
  const [{ facets }, told] = corrected?.is_found && meant ? [corrected, meant] : [found, resolved]
  return { facets, in_stock_count: counted_in && (await countInStock(db, told, counted_in)) }
}
