import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const INDEX = `create index if not exists "catalog_entry_words" on "catalog_entry" using gin ("words");`

const wordsOf = (text: string) => `
  alter table "catalog_entry" drop column if exists "words",
    add column "words" tsvector generated always as (to_tsvector('kontor_russian'::regconfig, ${text})) stored;`

const TITLE = `"title" || ' ' || coalesce("variant_title", '')`

/** `property_words`: values of properties that are set to be searched for, written by the refresh; they are words of the entry as its title is. */
export class Migration20261124070500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "catalog_entry" add column if not exists "property_words" text null;`)
    this.addSql(wordsOf(`${TITLE} || ' ' || coalesce("property_words", '')`))
    this.addSql(INDEX)
  }

  override async down(): Promise<void> {
    this.addSql(wordsOf(TITLE))
    this.addSql(INDEX)
    this.addSql(`alter table "catalog_entry" drop column if exists "property_words";`)
  }
}
