import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const INDEX = `create index if not exists "catalog_entry_words" on "catalog_entry" using gin ("words");`

const TITLE = `"title" || ' ' || coalesce("variant_title", '')`

/** Of «3х2,5» PostgreSQL makes «3х2» and «5». A fraction behind the first number of a size is a word of its own, `size2p5`, which `numberOperand` seeks too. */
const SECTIONS = `
  case when ${TITLE} ~ '[0-9] ?[xхXХ×*] ?[0-9]+[.,][0-9]' then regexp_replace(
    regexp_replace(${TITLE}, '.*?(?:(?<=[0-9]) ?[xхXХ×*] ?([0-9]+)[.,]([0-9]+)(?![0-9])|$)', ' size\\1p\\2', 'g'), ' sizep', '', 'g'
  ) else '' end`

const wordsOf = (text: string) => `
  alter table "catalog_entry" drop column if exists "words",
    add column "words" tsvector generated always as (to_tsvector('kontor_russian'::regconfig, ${text} || ' ' || coalesce("property_words", ''))) stored;`

/** «кабель 2,5» finds «3х2,5». */
export class Migration20261203050935 extends Migration {
  override async up(): Promise<void> {
    this.addSql(wordsOf(`${TITLE} || ${SECTIONS}`))
    this.addSql(INDEX)
  }

  override async down(): Promise<void> {
    this.addSql(wordsOf(TITLE))
    this.addSql(INDEX)
  }
}
