import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  CORRECTED_FROM,
  correctQuery,
  formsOf,
  type KnownForm,
  type LexiconWord,
  OF_SYNONYMS,
  tokenForms,
} from "../../modules/catalog/rules/correct-query"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import { isNumber, numberOperand } from "../../modules/catalog/rules/number-operand"
import { MIN_CODE_LENGTH, queryTokens } from "../../modules/catalog/rules/parse-query"
import { prepared } from "../prepared"

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
 * A word is known when it begins a stem of some title, as the search itself looks for it, or when synonyms know it. It is compared with the beginning of each word of the
 * lexicon: some thousand words take a millisecond, less than an index of trigrams.
 */
const OF_WORDS = `
  with typed as materialized (
    select word, (tsvector_to_array(to_tsvector('kontor_russian', word)))[1] as stem, kontor_word_shape(word) as shape
    from unnest(cast(:words as text[])) as word
  )
  select typed.word, typed.is_known,
    case when not typed.is_known and typed.word = any (cast(:near as text[])) then (
      select json_agg(json_build_object('word', near.word, 'entries', near.entries))
      from (
        select compared.word, compared.entries
        from (
          select c.word, c.entries, levenshtein_less_equal(left(c.shape, length(typed.shape)), typed.shape, ${ERRORS_MAX}) as errors
          from ${WORDS} c where length(typed.shape) between ${CORRECTED_FROM} and 40 and length(c.shape) >= length(typed.shape) - 2
        ) compared
        where errors <= ${ERRORS_MAX} order by errors, entries desc, word limit ${NEAR_MAX}
      ) near
    ) end as near
  from (
    select word, shape,
      stem is null or exists (select from catalog_word c where c.stem >= typed.stem and c.stem < typed.stem || ${LAST_LETTER})
        or exists (select from synonym_word w where w.stem = typed.stem) as is_known
    from typed offset 0
  ) typed`

/** Counted and not merely found: to find one row, the planner would read the table from its beginning, and there may be none. */
const OF_CODES = `
  select form, (
      select count(*) > 0 from catalog_entry e where e.is_listed and code <> '' and (e.article_key like '%' || code || '%' or e.sku_key like '%' || code || '%')
    ) or (
      select count(*) > 0 from catalog_entry e where e.is_listed and e.words @@ to_tsquery('kontor_russian', operand)
    ) as is_known
  from unnest(cast(:forms as text[]), cast(:codes as text[]), cast(:operands as text[])) as sought (form, code, operand)`

/**
 * What was meant by a text that finds nothing: other layout, or typing errors. Whoever searches for it sees whether it finds anything; the lexicon
 * knows nothing of who may see what.
 *
 * @returns null when the text is the best there is
 */
export async function correctedQuery(db: Knex, text: string): Promise<string | null> {
  const tokens = tokenForms(queryTokens(text))
  const forms = formsOf(tokens)
  const known = new Map<string, KnownForm>()
  const words = forms.known.filter((form) => /^\p{L}+$/u.test(form))
  if (words.length > 0) {
    const rows = await prepared<{ word: string; is_known: boolean; near: LexiconWord[] | null }>(db, "words-alike", OF_WORDS, {
      words,
      near: forms.near,
    })
    for (const { word, is_known, near } of rows) {
      known.set(word, { is_known, near: near ?? [] })
    }
  }
  const codes = forms.known.filter((form) => /\p{N}/u.test(form) && !isNumber(form))
  if (codes.length > 0) {
    const rows = await prepared<{ form: string; is_known: boolean }>(db, "codes-known", OF_CODES, {
      forms: codes,
      codes: codes.map(soughtKey),
      operands: codes.map((form) => numberOperand(form, ":*")),
    })
    for (const { form, is_known } of rows) {
      known.set(form, { is_known, near: [] })
    }
  }
  return correctQuery(tokens, known)
}

/** As the search itself looks for it in articles; empty = too short for that. */
function soughtKey(form: string): string {
  const key = normaliseSearchKey(form) ?? ""
  return key.length >= MIN_CODE_LENGTH ? key : ""
}
