import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a dealer himself calls a product: one entry for each of his numbers, as it is compared; several numbers may mean one entry. */
export class Migration20261124065500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "dealer_part_number" (
        "id" text not null,
        "legal_entity_id" text not null,
        "number" text not null,
        "number_key" text collate "C" not null,
        "entry_key" int not null,
        "created_at" timestamptz not null default now(),
        "updated_at" timestamptz not null default now(),
        constraint "dealer_part_number_pkey" primary key ("id"),
        constraint "dealer_part_number_number_unique" unique ("legal_entity_id", "number_key")
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "dealer_part_number";`)
  }
}
