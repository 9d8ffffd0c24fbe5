import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** One Latin letter or digit for each Russian letter: words of one byte a letter are compared twice as fast. */
const WORD_SHAPE_FUNCTION = `
  create or replace function kontor_word_shape(word text) returns text
  language sql immutable parallel safe
  return translate(word, 'абвгдежзийклмнопрстуфхцчшщъыьэюя', 'abvgde0zijklmnoprstufhc4w12y3567') collate "C";
`

/**
 * `catalog_word`: the lexicon that a text which finds nothing is corrected by: each word of the titles as it is written, its stem as the index of
 * words has it, its letters in Latin, and in how many listed entries it stood when they were last counted. New words come with the entries that bring them.
 */
export class Migration20261124060500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create extension if not exists fuzzystrmatch;`)
    this.addSql(WORD_SHAPE_FUNCTION)
    this.addSql(`
      create table if not exists "catalog_word" (
        "word" text collate "C" not null,
        "entries" int not null default 1,
        "stem" text collate "C" generated always as ((tsvector_to_array(to_tsvector('kontor_russian'::regconfig, "word")))[1]) stored,
        "shape" text collate "C" generated always as (kontor_word_shape("word")) stored,
        constraint "catalog_word_pkey" primary key ("word")
      );
    `)
    this.addSql(`create index if not exists "catalog_word_stem" on "catalog_word" ("stem");`)
    this.addSql(`
      insert into catalog_word (word, entries)
      select word, count(distinct e.key) from catalog_entry e cross join string_to_table(e.sort_title, ' ') as word
      where e.is_listed and word !~ '[0-9]' and length(word) between 3 and 40 group by word order by word
      on conflict (word) do nothing;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "catalog_word";`)
    this.addSql(`drop function if exists kontor_word_shape(text);`)
  }
}
