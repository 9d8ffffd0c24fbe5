import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The order of the ERP. `position` is the sort number of an entry, where there is one; the index serves the order both ways, what has no number
 * standing behind. `product_position` has the numbers that the staff gave, which go before those of the ERP.
 */
export class Migration20261125130100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "catalog_entry" add column if not exists "position" integer null;`)
    this.addSql(`create index if not exists "catalog_entry_by_position" on "catalog_entry" ("position", "key") where "is_listed";`)
    this.addSql(`
      create table if not exists "product_position" (
        "product_id" text not null primary key,
        "position" integer not null check ("position" >= 0)
      );`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "product_position";`)
    this.addSql(`drop index if exists "catalog_entry_by_position";`)
    this.addSql(`alter table "catalog_entry" drop column if exists "position";`)
  }
}
