import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Products that a person, or all people of a legal entity, keep at hand. Hand-written: integer keys of entries in a composite key. */
export class Migration20261125090200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "favourite" (
        "owner_kind" text not null check ("owner_kind" in ('employee', 'legal_entity')),
        "owner_id" text not null,
        "entry_key" int not null,
        "added_by" text not null,
        "added_at" timestamptz not null default now(),
        constraint "favourite_pkey" primary key ("owner_kind", "owner_id", "entry_key")
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "favourite";`)
  }
}
