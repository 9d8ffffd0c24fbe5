import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Facet } from "./catalog-facets"
import { correctedChoice, type EntryChoice, resolveChoice } from "./entry-choice"
import { keptFacets } from "./kept-facets"

/** Facets of what a page of the same choice shows, the text corrected as the page corrects it; null = dealers see no such category. */
export async function foundFacets(db: Knex, choice: EntryChoice): Promise<Facet[] | null> {
  const resolved = await resolveChoice(db, choice)
  const facets = await keptFacets(db, resolved)
  if (facets?.length !== 0) {
    return facets
  }
  const corrected = await correctedChoice(db, resolved)
  return corrected ? keptFacets(db, corrected) : facets
}
