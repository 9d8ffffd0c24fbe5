import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MIN_CODE_LENGTH, parseQuery, queryTokens } from "../../modules/catalog/rules/parse-query"
import { containing } from "../like"
import { prepared } from "../prepared"
import { seesCategory } from "./category-key"
import { correctedChoice, resolveChoice, type ResolvedChoice } from "./entry-choice"
import { isSearch, matchingEntries, SOUGHT } from "./matching-entries"
import { type Sight, sightBindings, sightName } from "./visible-entries"

const ENTRIES_MAX = 8
const CATEGORIES_MAX = 5

/** Entries that are looked at: a letter or two match half of the catalogue, and nobody reads on in that. */
const LOOKED_AT_MAX = 500

export interface SuggestedEntry {
  variant_id: string
  article: string | null
  title: string
  variant_title: string | null
  thumbnail: string | null
}

export interface Suggestions {
  entries: SuggestedEntry[]
  categories: { id: string; name: string }[]
  /** What is suggested for instead of a text that fits nothing; null = the text itself. */
  corrected_to: string | null
}

export interface SuggestionsQuery {
  /** What has been typed so far. */
  q: string
  sight: Sight
  legal_entity_id: string | null
}

/** Goods and categories that what has been typed may become. */
export async function suggestions(db: Knex, { q, sight, legal_entity_id }: SuggestionsQuery): Promise<Suggestions> {
  if (!isSearch(q)) {
    return { entries: [], categories: [], corrected_to: null }
  }
  const choice = await resolveChoice(db, { q, category_id: null, properties: {}, sight, legal_entity_id })
  const found = await suggested(db, choice)
  if (found.entries.length > 0) {
    return { ...found, corrected_to: null }
  }
  const meant = await correctedChoice(db, choice)
  const corrected = meant && (await suggested(db, meant))
  if (!corrected || corrected.entries.length === 0) {
    return { ...found, corrected_to: null }
  }
  const { categories } = found.categories.length > 0 ? found : corrected
  return { entries: corrected.entries, categories, corrected_to: meant?.q ?? null }
}

async function suggested(db: Knex, choice: ResolvedChoice): Promise<Omit<Suggestions, "corrected_to">> {
  const [entries, categories] = await Promise.all([suggestedEntries(db, choice), suggestedCategories(db, choice)])
  return { entries, categories }
}

/** What the first word has in all its forms, or the word itself where it is none of its own («для»). */
const STEM = `coalesce((tsvector_to_array(to_tsvector('kontor_russian', :first_word)))[1], :first_word)`

/** An article that begins so first, then titles that begin with the first word, then by name. */
async function suggestedEntries(db: Knex, { chosen: _, ...filter }: ResolvedChoice): Promise<SuggestedEntry[]> {
  const { sought, entries, shape, bindings } = matchingEntries(filter)
  const { codes, whole } = parseQuery(filter.q)
  const columns = "e.key, e.variant_id, e.article, e.title, e.variant_title, e.thumbnail, e.article_key, e.sort_title"
  const text = `
    with sought as materialized (${sought([`cast(:code as text) as code, ${STEM} as first_word`])}),
    e as materialized (select * from (${entries(columns)}) matching limit ${LOOKED_AT_MAX})
    select e.variant_id, e.article, e.title, e.variant_title, e.thumbnail from e
    order by coalesce(e.article_key ^@ ${SOUGHT("code")}, false) desc, e.sort_title ^@ ${SOUGHT("first_word")} desc, e.sort_title, e.key
    limit ${ENTRIES_MAX}`
  const all = { ...bindings, code: whole ?? codes[0]?.key ?? null, first_word: queryTokens(filter.q)[0] ?? "" }
  return prepared<SuggestedEntry>(db, shape && `suggestions-${shape}${sightName(filter.sight)}`, text, all)
}

const categoriesLike = (sight: Sight) => `
  select c.id, c.name from product_category c
  where c.deleted_at is null and c.is_active and not c.is_internal
    and not exists (select from unnest(cast(:patterns as text[])) as pattern where not replace(lower(' ' || c.name), 'ё', 'е') like pattern)
    and ${seesCategory(sight, "c.id")}
  order by c.name, c.id limit ${CATEGORIES_MAX}`

/** Categories in whose name a word begins with each that was typed; «ё» is «е», as tokens have it. */
function suggestedCategories(db: Knex, { q, sight }: ResolvedChoice): Promise<{ id: string; name: string }[]> {
  const words = queryTokens(q).filter((word) => word.length >= MIN_CODE_LENGTH)
  return words.length === 0
    ? Promise.resolve([])
    : prepared(db, `suggested-categories${sightName(sight)}`, categoriesLike(sight), {
        patterns: words.map((word) => containing(` ${word}`)),
        ...sightBindings(sight),
      })
}
