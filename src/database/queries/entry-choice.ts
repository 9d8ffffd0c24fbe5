import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type ChosenProperty, chosenProperties, type PropertyChoice } from "./chosen-properties"
import { correctedQuery } from "./corrected-query"
import { type EntryFilter, isSearch } from "./matching-entries"
import { synonymsOf } from "../synonyms/synonyms-of"
import { namedEntries } from "./named-entries"

/** What a dealer chooses of the catalogue, as he says it. */
export interface EntryChoice extends Pick<EntryFilter, "q" | "category_id" | "in_stock" | "among" | "sight"> {
  /** By the id of the property. */
  properties: Readonly<Record<string, PropertyChoice>>
  /** Whose own part numbers are understood; null = nobody's. */
  legal_entity_id: string | null
}

/** The same with keys in place of words. */
export interface ResolvedChoice extends Omit<EntryFilter, "chosen"> {
  chosen: ChosenProperty[]
}

/** @throws MedusaError INVALID_DATA `property_unknown` */
export async function resolveChoice(db: Knex, { properties, legal_entity_id, ...filter }: EntryChoice): Promise<ResolvedChoice> {
  const chosen = await chosenProperties(db, properties)
  if (!isSearch(filter.q)) {
    return { ...filter, chosen }
  }
  const [named_keys, synonyms] = await Promise.all([namedEntries(db, filter.q, legal_entity_id), synonymsOf(db, filter.q)])
  return { ...filter, chosen, named_keys, synonyms }
}

/** A choice whose text finds nothing, with the text that was meant; null when there is no better one. */
export async function correctedChoice(db: Knex, choice: ResolvedChoice): Promise<ResolvedChoice | null> {
  const q = isSearch(choice.q) ? await correctedQuery(db, choice.q, choice.sight) : null
  return q === null ? null : choiceOfText(db, choice, q)
}

/** The same choice with another text, which names nothing beyond what is written. */
export const choiceOfText = async (db: Knex, choice: ResolvedChoice, q: string): Promise<ResolvedChoice> => ({
  ...choice,
  q,
  named_keys: [],
  synonyms: await synonymsOf(db, q),
})
