import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Which catalogue entries stand in the file of a price list. The table is not rewritten; files from before, which are kept for a day, may be fetched by those alone who see the
 * whole catalogue.
 */
export class Migration20261202050551 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "price_list_file" add column if not exists "entry_keys" int[] null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "price_list_file" drop column if exists "entry_keys";`)
  }
}
