import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  CORRECTED_FROM,
  correctQuery,
  type KnownForm,
  type LexiconWord,
  missingForms,
  OF_SYNONYMS,
  tokenForms,
  type TokenForms,
} from "../../modules/catalog/rules/correct-query"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import { numberOperand } from "../../modules/catalog/rules/number-operand"
import { MIN_CODE_LENGTH, queryTokens } from "../../modules/catalog/rules/parse-query"
import { plannedOnce, prepared } from "../prepared"
import { isVisible, type Sight, sightBindings, sightName } from "./visible-entries"

/** Words that are told of one form: those with the fewest errors. */
const NEAR_MAX = 20

/** Neighbours that are exchanged, and a letter that is missing in a word compared to its length, count as two here; the rule counts them as one. */
const ERRORS_MAX = 4

/** Above every letter, to end the range of all stems that begin alike. */
const LAST_LETTER = String.raw`U&'\+10FFFF'`

/** Words of titles and of values that are searched for, and those that the supplier's synonyms know, which stand in no title. */
const WORDS = `(
    select word, shape, entries from catalog_word
    union all
    select word, shape, ${OF_SYNONYMS} from synonym_word
  )`

/**
 * SQL: whether the dealer sees anything that has a word which begins so. A word that only hidden goods have is no word to him: what is done about it would tell that there are such goods.
 * Materialised, lest the planner reads the table from its beginning in search of the first.
 */
const isSeen = (sight: Sight, stem: string): string =>
  sight === null
    ? "true"
    : `exists (
        with met as materialized (select e.key from catalog_entry e where e.is_listed and e.words @@ (quote_literal(${stem}) || ':*')::tsquery)
        select from met e where ${isVisible(sight)}
      )`

/** A word is known when it begins a stem of some title that the dealer sees, as the search itself looks for it, or when synonyms know it. */
const knownWords = (sight: Sight) => `
  select word,
    stem is null or (exists (select from catalog_word c where c.stem >= typed.stem and c.stem < typed.stem || ${LAST_LETTER}) and ${isSeen(sight, "typed.stem")})
      or exists (select from synonym_word w where w.stem = typed.stem) as is_known
  from (
    select word, (tsvector_to_array(to_tsvector('kontor_russian', word)))[1] as stem from unnest(cast(:words as text[])) as word offset 0
  ) typed`

/** A word is compared with the beginning of each word of the lexicon: some thousand words take a millisecond, less than an index of trigrams. */
const ALIKE = `
  select typed.word, (
      select json_agg(json_build_object('word', near.word, 'entries', near.entries))
      from (
        select compared.word, compared.entries
        from (
          select c.word, c.entries, levenshtein_less_equal(left(c.shape, length(typed.shape)), typed.shape, ${ERRORS_MAX}) as errors
          from ${WORDS} c where length(typed.shape) between ${CORRECTED_FROM} and 40 and length(c.shape) >= length(typed.shape) - 2
        ) compared
        where errors <= ${ERRORS_MAX} order by errors, entries desc, word limit ${NEAR_MAX}
      ) near
    ) as near
  from (select word, kontor_word_shape(word) as shape from unnest(cast(:words as text[])) as word offset 0) typed`

/** Counted and not merely found: to find one row, the planner would read the table from its beginning, and there may be none. */
const ofCodes = (sight: Sight) => `
  select form as word, (
      select count(*) > 0 from catalog_entry e where e.is_listed and ${isVisible(sight)} and code <> '' and (e.article_key like '%' || code || '%' or e.sku_key like '%' || code || '%')
    ) or (
      select count(*) > 0 from catalog_entry e where e.is_listed and ${isVisible(sight)} and e.words @@ to_tsquery('kontor_russian', operand)
    ) as is_known
  from unnest(cast(:forms as text[]), cast(:codes as text[]), cast(:operands as text[])) as sought (form, code, operand)`

/** Words of those given that stand in nothing that the dealer sees; synonyms and stop words do not count, since they tell of no goods. */
const unseenWords = (sight: Sight) => `
  select typed.word from (
    select word, (tsvector_to_array(to_tsvector('kontor_russian', word)))[1] as stem from unnest(cast(:words as text[])) as word
  ) typed
  where typed.stem is not null and not exists (select from synonym_word w where w.stem = typed.stem) and not ${isSeen(sight, "typed.stem")}`

/** So often another word is tried in place of one that the dealer sees nothing of. */
const TRIES_MAX = 5

/**
 * What was meant by a text that finds nothing: other layout, or typing errors. The lexicon knows nothing of who may see what, so that words of what is hidden from
 * who asks are taken out of it: to him the text is corrected as if there were no such goods.
 *
 * @returns null when the text is the best there is
 */
export async function correctedQuery(db: Knex, text: string, sight: Sight): Promise<string | null> {
  const tokens = tokenForms(queryTokens(text))
  const known = new Map<string, KnownForm>()
  const unseen = new Set<string>()
  const isUnsure = (token: string) => isOfLetters(token) && !known.get(token)?.is_known
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    await learn(db, tokens, { known, unseen, sight })
    const corrected = correctQuery(tokens, known)
    const found = corrected === null ? [] : await unseenOf(db, queryTokens(corrected).filter(isUnsure), sight)
    if (found.length === 0) {
      return corrected
    }
    found.forEach((word) => unseen.add(word))
    forget(known, unseen)
  }
  return null
}

const isOfLetters = (form: string): boolean => /^\p{L}+$/u.test(form)

interface Learning {
  known: Map<string, KnownForm>
  /** Words that only hidden goods have. */
  unseen: ReadonlySet<string>
  sight: Sight
}

/** Looks up what is missing to tell what was meant, and what is missing then. */
async function learn(db: Knex, tokens: readonly TokenForms[], { known, unseen, sight }: Learning): Promise<void> {
  for (;;) {
    const missing = missingForms(tokens, known)
    if (missing.known.length + missing.near.length === 0) {
      return
    }
    const found = await knownForms(db, missing.known, sight)
    missing.known.forEach((form) => known.set(form, { is_known: found.has(form) && !unseen.has(form), near: null }))
    const alike = await wordsAlike(db, missing.near)
    missing.near.forEach((form) => {
      // The lexicon has an unknown word itself where only hidden goods have it.
      const near = (alike.get(form) ?? []).filter(({ word }) => word !== form && !unseen.has(word))
      known.set(form, { is_known: known.get(form)?.is_known ?? false, near })
    })
  }
}

/** Those of these forms that the catalogue knows. */
async function knownForms(db: Knex, forms: readonly string[], sight: Sight): Promise<Set<string>> {
  const words = forms.filter(isOfLetters)
  const codes = forms.filter((form) => /\p{N}/u.test(form))
  const rows = [
    ...(words.length === 0
      ? []
      : await plannedOnce<FormRow>(db, `words-known${sightName(sight)}`, knownWords(sight), { words, ...sightBindings(sight) })),
    ...(codes.length === 0
      ? []
      : await prepared<FormRow>(db, `codes-known${sightName(sight)}`, ofCodes(sight), {
          forms: codes,
          codes: codes.map(soughtKey),
          operands: codes.map((form) => numberOperand(form, ":*")),
          ...sightBindings(sight),
        })),
  ]
  return new Set(rows.flatMap(({ word, is_known }) => (is_known ? word : [])))
}

interface FormRow {
  word: string
  is_known: boolean
}

async function wordsAlike(db: Knex, words: string[]): Promise<Map<string, LexiconWord[]>> {
  if (words.length === 0) {
    return new Map()
  }
  const rows = await plannedOnce<{ word: string; near: LexiconWord[] | null }>(db, "words-alike", ALIKE, { words })
  return new Map(rows.map(({ word, near }) => [word, near ?? []]))
}

async function unseenOf(db: Knex, words: string[], sight: Sight): Promise<string[]> {
  if (sight === null || words.length === 0) {
    return []
  }
  const bindings = { words, ...sightBindings(sight) }
  return (await plannedOnce<{ word: string }>(db, `words-unseen${sightName(sight)}`, unseenWords(sight), bindings)).map(({ word }) => word)
}

function forget(known: Map<string, KnownForm>, words: ReadonlySet<string>): void {
  for (const [form, { is_known, near }] of known) {
    known.set(form, { is_known: is_known && !words.has(form), near: near && near.filter(({ word }) => !words.has(word)) })
  }
}

/** As the search itself looks for it in articles; empty = too short for that. */
function soughtKey(form: string): string {
  const key = normaliseSearchKey(form) ?? ""
  return key.length >= MIN_CODE_LENGTH ? key : ""
}
