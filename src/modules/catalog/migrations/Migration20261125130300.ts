import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** `is_inbox`: a category in which goods wait for their place. What is nowhere else is not listed. */
export class Migration20261125130300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "catalog_category" add column if not exists "is_inbox" boolean not null default false;`)
    this.addSql(`create index if not exists "catalog_category_inbox" on "catalog_category" ("category_id") where "is_inbox";`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "catalog_category_inbox";`)
    this.addSql(`alter table "catalog_category" drop column if exists "is_inbox";`)
  }
}
