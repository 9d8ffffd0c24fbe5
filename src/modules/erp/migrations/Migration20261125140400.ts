import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How fresh the stock of each warehouse is. Hand-written as the other tables of loads are; of another module, therefore without a foreign key. */
export class Migration20261125140400 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "stock_freshness" (
        "location_id" text not null,
        "as_of" timestamptz not null,
        constraint "stock_freshness_pkey" primary key ("location_id")
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "stock_freshness";`)
  }
}
