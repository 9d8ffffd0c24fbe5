import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What of an order has been shipped so far. */
export class Migration20261126220100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "order_state" add column if not exists "shipped" jsonb null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "order_state" drop column if exists "shipped";`)
  }
}
