import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whether any goods are withheld from sale is asked with every answer about a cart; of thousands of adjustments hardly any does. */
export class Migration20261125140300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index if not exists "price_adjustment_withheld" on "price_adjustment" ("starts_on", "ends_on")
        where "kind" = 'withheld' and "deleted_at" is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "price_adjustment_withheld";`)
  }
}
