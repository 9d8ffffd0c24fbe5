import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { chooseSynonyms, type Synonym, type SynonymTerm, type TypedForm } from "../../modules/catalog/rules/choose-synonyms"
import { otherForms } from "../../modules/catalog/rules/other-forms"
import { synonymForms } from "../../modules/catalog/rules/parse-query"
import { plannedOnce } from "../prepared"

/** A code is sought as it is written besides: «WD-40» for "wd40". */
const MEANT = `case when g.stands_for <> '{}' then g.stands_for when t.text ~ '[0-9]' then g.words else array_remove(g.words, t.text) end`

/** Terms whose words are all among those of a text, found by the first of them. */
const OF_FORMS = `
  with typed as materialized (
    select form, (tsvector_to_array(to_tsvector('kontor_russian', word)))[1] as stem
    from unnest(cast(:forms as text[]), cast(:words as text[])) as typed (form, word)
  ),
  sought as materialized (select array_agg(stem) as stems from typed where stem is not null)
  select (select json_agg(json_build_object('form', form, 'stem', stem)) from typed where stem is not null) as typed,
    (
      select json_agg(json_build_object('stems', t.stems, 'meant', ${MEANT}) order by g.id, t.text)
      from sought join synonym_term t on t.first_stem = any (sought.stems) and t.stems <@ sought.stems join synonym_group g on g.id = t.group_id
    ) as terms`

/**
 * What is sought besides words of a search text: what the supplier says that they mean. Asked at each search, so that a change holds at once in all
 * processes; it takes a look into an index for each word.
 */
export async function synonymsOf(db: Knex, text: string): Promise<Synonym[]> {
  const readings = synonymForms(text).flatMap((form) => [form, ...otherForms(form)].map((word) => ({ form, word })))
  if (readings.length === 0) {
    return []
  }
  const [row] = await plannedOnce<{ typed: TypedForm[] | null; terms: SynonymTerm[] | null }>(db, "synonyms-of", OF_FORMS, {
    forms: readings.map(({ form }) => form),
    words: readings.map(({ word }) => word),
  })
  return chooseSynonyms(row?.typed ?? [], row?.terms ?? [])
}
