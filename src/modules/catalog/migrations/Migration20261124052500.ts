import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the staff says of a category beside Medusa's own columns, which loads write: it stays whatever a load brings. */
export class Migration20261124052500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "catalog_category"
        add column if not exists "type" text not null default 'stock',
        add column if not exists "label" text null;`)
    this.addSql(`alter table "catalog_category" drop constraint if exists "catalog_category_type_check";`)
    this.addSql(`alter table "catalog_category" add constraint "catalog_category_type_check" check ("type" in ('stock', 'preorder'));`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "catalog_category" drop column if exists "type", drop column if exists "label";`)
  }
}
