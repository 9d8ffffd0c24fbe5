import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Facet } from "./catalog-facets"
import { correctedChoice, type EntryChoice, resolveChoice } from "./entry-choice"
import { keptFacets } from "./kept-facets"

/** Facets of what a page of the same choice shows, the text corrected where the page corrects it; null = dealers see no such category. */
export async function foundFacets(db: Knex, choice: EntryChoice): Promise<Facet[] | null> {
  const resolved = await resolveChoice(db, choice)
  const found = await keptFacets(db, resolved)
  if (!found || found.is_found) {
    return found && found.facets
  }
  const meant = await correctedChoice(db, resolved)
  const corrected = meant && (await keptFacets(db, meant))
  return (corrected?.is_found ? corrected : found).facets
}
