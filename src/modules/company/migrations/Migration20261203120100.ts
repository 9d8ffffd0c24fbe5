import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Null: the category says nothing of hours. */
export class Migration20261203120100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "client_category" add column if not exists "trading_hours" jsonb null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "client_category" drop column if exists "trading_hours";`)
  }
}
