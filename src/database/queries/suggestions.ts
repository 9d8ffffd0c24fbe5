import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { otherForms } from "../../modules/catalog/rules/other-forms"
import { MIN_CODE_LENGTH, parseQuery, queryTokens } from "../../modules/catalog/rules/parse-query"
import { containing } from "../like"
import { prepared } from "../prepared"
import { seesCategory } from "./category-key"
import { correctedChoice, resolveChoice, type ResolvedChoice } from "./entry-choice"
import { isSearch, matchingEntries, SOUGHT } from "./matching-entries"
import { isVisibleAmong, type Sight, sightBindings, sightName } from "./visible-entries"

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

/** What has the very words first; what synonyms find fills the room that is left. */
async function suggested(db: Knex, choice: ResolvedChoice): Promise<Omit<Suggestions, "corrected_to">> {
  const { synonyms = [], ...literal } = choice
  const [entries, categories] = await Promise.all([suggestedEntries(db, literal), suggestedCategories(db, literal)])
  const [moreEntries, moreCategories] =
    synonyms.length === 0
      ? [[], []]
      : await Promise.all([
          entries.length < ENTRIES_MAX ? suggestedEntries(db, choice) : [],
          categories.length < CATEGORIES_MAX ? categoriesMeant(db, choice) : [],
        ])
  return {
    entries: filled(entries, moreEntries, ({ variant_id }) => variant_id, ENTRIES_MAX),
    categories: filled(categories, moreCategories, ({ id }) => id, CATEGORIES_MAX),
  }
}

function filled<Thing>(first: readonly Thing[], more: readonly Thing[], idOf: (thing: Thing) => string, max: number): Thing[] {
  const known = new Set(first.map(idOf))
  return [...first, ...more.filter((thing) => !known.has(idOf(thing)))].slice(0, max)
}

/** What some words have in all their forms, or the word itself where it is none of its own («для»). */
const LEADING = "array_append(tsvector_to_array(to_tsvector('kontor_russian', :leading_words)), cast(:first_word as text)) as leading_stems"

/** An article that begins so first, then titles that begin with the first word or with what synonyms mean, then by name. */
async function suggestedEntries(db: Knex, { chosen: _, ...filter }: ResolvedChoice): Promise<SuggestedEntry[]> {
  const { sought, met, shape, bindings, parsed } = matchingEntries(filter)
  const { codes, whole, leading, typed } = parsed
  const [first = ""] = queryTokens(filter.q)
  const columns = "e.key, e.variant_id, e.article, e.title, e.variant_title, e.thumbnail, e.article_key, e.sort_title"
  const text = `
    with sought as materialized (${sought(["cast(:code as text) as code", LEADING])}),
    e as materialized (${seenOf(filter.sight, met(columns))} limit ${LOOKED_AT_MAX})
    select e.variant_id, e.article, e.title, e.variant_title, e.thumbnail from e
    order by coalesce(e.article_key ^@ ${SOUGHT("code")}, false) desc, e.sort_title ^@ any (${SOUGHT("leading_stems", "text[]")}) desc, e.sort_title, e.key
    limit ${ENTRIES_MAX}`
  const all = {
    ...bindings,
    code: whole ?? codes[0]?.key ?? null,
    first_word: first,
    leading_words: typed === null ? [first, ...otherForms(first)].join(" ") : leading,
  }
  return prepared<SuggestedEntry>(db, shape && `suggestions-${shape}${sightName(filter.sight)}`, text, all)
}

/** The first that are met are looked up one by one: mostly so many of them are seen that the list is not read at all. */
const seenOf = (sight: Sight, met: string): string =>
  sight === null
    ? `select * from (${met}) matching`
    : `select * from (select met.*, row_number() over () as turn from (${met}) met) e where ${isVisibleAmong(sight, "turn")}`

interface SuggestedCategory {
  id: string
  name: string
}

/** Categories in whose name is what synonyms mean. Asked only where some hold: each name is taken apart. */
async function categoriesMeant(db: Knex, { q, synonyms, sight }: ResolvedChoice): Promise<SuggestedCategory[]> {
  const { words } = parseQuery(q, synonyms)
  return words === ""
    ? []
    : prepared(
        db,
        `meant-categories${sightName(sight)}`,
        CATEGORIES(
          sight,
          "to_tsvector('kontor_russian', c.name) @@ sought.words",
          "cross join (select to_tsquery('kontor_russian', :words) as words) sought"
        ),
        {
          words,
          ...sightBindings(sight),
        }
      )
}

const CATEGORIES = (sight: Sight, condition: string, sought = "") => `
  select c.id, c.name from product_category c ${sought}
  where c.deleted_at is null and c.is_active and not c.is_internal and ${condition} and ${seesCategory(sight, "c.id")}
  order by c.name ${AS_READ}, c.id limit ${CATEGORIES_MAX}`

/** «ё» is «е», as tokens have it. */
const LIKE_ALL =
  "not exists (select from unnest(cast(:patterns as text[])) as pattern where not replace(lower(' ' || c.name), 'ё', 'е') like pattern)"

/** Categories in whose name a word begins with each that was typed. */
function suggestedCategories(db: Knex, { q, sight }: ResolvedChoice): Promise<SuggestedCategory[]> {
  const words = queryTokens(q).filter((word) => word.length >= MIN_CODE_LENGTH)
  return words.length === 0
    ? Promise.resolve([])
    : prepared(db, `suggested-categories${sightName(sight)}`, CATEGORIES(sight, LIKE_ALL), {
        patterns: words.map((word) => containing(` ${word}`)),
        ...sightBindings(sight),
      })
}
