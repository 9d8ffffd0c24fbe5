import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Labels that shut adjustments off. Hand-written: it is read by the integer key of the label's trait. Traits that no adjustment aims at are
 * forgotten, wherever adjustments change; a trigger keeps those of exclusive labels, so that nobody has to think of them.
 */
export class Migration20261123040100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(TABLE)
    this.addSql(KEEP)
    this.addSql(`drop trigger if exists price_trait_keep_exclusive on price_trait;`)
    this.addSql(
      `create trigger price_trait_keep_exclusive before delete on price_trait for each row execute function kontor_keep_exclusive_trait();`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists price_trait_keep_exclusive on price_trait;`)
    this.addSql(`drop function if exists kontor_keep_exclusive_trait();`)
    this.addSql(`drop table if exists "exclusive_label";`)
  }
}

const TABLE = `
  create table if not exists "exclusive_label" (
    "trait_key" int not null,
    "id" text not null,
    "source" text not null,
    "as_of" timestamptz null,
    "created_at" timestamptz not null default now(),
    constraint "exclusive_label_pkey" primary key ("trait_key"),
    constraint "exclusive_label_id_unique" unique ("id"),
    constraint "exclusive_label_source_check" check ("source" in ('erp', 'portal'))
  );`

/** Null passes the row over: it is neither deleted nor returned. */
const KEEP = `
  create or replace function kontor_keep_exclusive_trait() returns trigger language plpgsql as $$
  begin
    if exists (select from exclusive_label where trait_key = old.key) then
      return null;
    end if;
    return old;
  end $$;`
