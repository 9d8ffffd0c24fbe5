import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { DEFAULT_SYNONYMS } from "../rules/default-synonyms"

/**
 * `synonym_group`: words by which dealers call the same goods, as the staff writes them. `words` alone mean each other; with `stands_for` whoever types one of
 * the words is shown what that stands for besides, and not the other way round. Seeded once: what is changed or removed later stays so.
 *
 * Derived from it by a trigger: `synonym_term`, each text that may be typed with the stems of its words, stop words left out, as titles are indexed by them;
 * `synonym_word`, each of these words with its shape, as typing errors are compared by it.
 */
export class Migration20261201030140 extends Migration {
  override async up(): Promise<void> {
    this.addSql(WORDS_FUNCTION)
    for (const statement of TABLES) {
      this.addSql(statement)
    }
    this.addSql(TERMS_FUNCTION)
    this.addSql(`
      create or replace trigger "synonym_group_terms" after insert or update of "words" on "synonym_group"
      for each row execute function kontor_write_synonym_terms();`)
    this.addSql(`
      insert into synonym_group (id, words, stands_for)
      values ${DEFAULT_SYNONYMS.map(({ words, stands_for }, index) => `('${idOf(index)}', ${arrayOf(words)}, ${arrayOf(stands_for)})`).join(",\n")}
      on conflict (id) do nothing;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "synonym_word", "synonym_term", "synonym_group";`)
    this.addSql(`drop function if exists kontor_write_synonym_terms();`)
    this.addSql(`drop function if exists kontor_synonym_words(text);`)
  }
}

const idOf = (index: number): string => `syng_default_${String(index + 1).padStart(3, "0")}`

/** The words are ours and hold no quotation mark. */
const arrayOf = (words: readonly string[]): string => `array[${words.map((word) => `'${word}'`).join(", ")}]::text[]`

/** As a search text is taken apart: words of letters alone, and what has a digit as one, as articles are compared. */
const WORDS_FUNCTION = `
  create or replace function kontor_synonym_words(value text) returns text[]
  language sql immutable parallel safe
  return array(
    select part.word
    from regexp_split_to_table(translate(lower(normalize(value, NFKC) collate "und-x-icu"), 'ё', 'е'), '\\s+') with ordinality as token (token, place)
    cross join lateral (
      select lower(kontor_search_key(token.token) collate "und-x-icu") as word, 1::bigint as place where token.token ~ '[0-9]'
      union all
      select letters.found[1], letters.place from regexp_matches(token.token, '[[:alpha:]]+', 'g') with ordinality as letters (found, place) where token.token !~ '[0-9]'
    ) part
    where part.word is not null
    order by token.place, part.place
  );`

const TABLES = [
  `create table if not exists "synonym_group" (
    "id" text not null,
    "words" text[] not null,
    "stands_for" text[] not null default '{}',
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now(),
    constraint "synonym_group_pkey" primary key ("id"),
    constraint "synonym_group_words_check" check (cardinality("words") + cardinality("stands_for") >= 2 and cardinality("words") >= 1)
  );`,
  `create table if not exists "synonym_term" (
    "group_id" text not null,
    "text" text not null,
    "first_stem" text collate "C" not null,
    "stems" text[] not null,
    constraint "synonym_term_pkey" primary key ("group_id", "text"),
    constraint "synonym_term_group" foreign key ("group_id") references "synonym_group" ("id") on delete cascade
  );`,
  `create index if not exists "synonym_term_first_stem" on "synonym_term" ("first_stem");`,
  `create table if not exists "synonym_word" (
    "group_id" text not null,
    "word" text collate "C" not null,
    "stem" text collate "C" not null,
    "shape" text collate "C" not null,
    constraint "synonym_word_pkey" primary key ("group_id", "word"),
    constraint "synonym_word_group" foreign key ("group_id") references "synonym_group" ("id") on delete cascade
  );`,
  `create index if not exists "synonym_word_stem" on "synonym_word" ("stem");`,
]

const TERMS_FUNCTION = `
  create or replace function kontor_write_synonym_terms() returns trigger language plpgsql as $$
  begin
    delete from synonym_term where group_id = new.id;
    delete from synonym_word where group_id = new.id;
    with said as materialized (
      select text, part.word, part.place, (tsvector_to_array(to_tsvector('kontor_russian', part.word)))[1] as stem
      from (select distinct text from unnest(new.words) as text) texts
      cross join lateral unnest(kontor_synonym_words(text)) with ordinality as part (word, place)
    ), termed as (
      insert into synonym_term (group_id, text, first_stem, stems)
      select new.id, text, (array_agg(stem order by place))[1], array_agg(stem order by place) from said where stem is not null group by text
    )
    insert into synonym_word (group_id, word, stem, shape)
    select distinct new.id, word, stem, kontor_word_shape(word) from said where stem is not null;
    return null;
  end $$;`
