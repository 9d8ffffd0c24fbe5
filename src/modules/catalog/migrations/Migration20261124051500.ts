import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Since when no contract has had an assortment; it is forgotten some time after. */
export class Migration20261124051500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "assortment" add column if not exists "retired_at" timestamptz null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "assortment" drop column if exists "retired_at";`)
  }
}
