import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How fresh the stock of each warehouse is. Hand-written as `erp_package` is; of another module, therefore without a foreign key. */
export class Migration20261125140400 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "stock_freshness" (
        "location_id" text not null,
        "as_of" timestamptz not null,
        constraint "stock_freshness_pkey" primary key ("location_id")
      );
      alter table if exists "erp_package" add column if not exists "warehouse_ids" text[] not null default '{}';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table if exists "erp_package" drop column if exists "warehouse_ids";
      drop table if exists "stock_freshness";
    `)
  }
}
