import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The machinery of price files takes stock of warehouses and sort numbers of goods too. */
export class Migration20261125140500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "price_import" drop constraint if exists "price_import_kind_check";
      alter table "price_import" add constraint "price_import_kind_check" check ("kind" in ('price_type', 'contract', 'stock', 'position'));`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      delete from "price_import" where "kind" in ('stock', 'position');
      alter table "price_import" drop constraint if exists "price_import_kind_check";
      alter table "price_import" add constraint "price_import_kind_check" check ("kind" in ('price_type', 'contract'));`)
  }
}
