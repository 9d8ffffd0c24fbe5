import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A row of a price file may be the price of a sales unit; and prices may be edited one by one, by the same machinery as those of a file. */
export class Migration20261125140100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "price_import_row" add column if not exists "coefficient" numeric(18, 6) not null default 1,
        add column if not exists "old_coefficient" numeric(18, 6) null;
      update "price_import_row" set "old_coefficient" = 1 where "old_amount" is not null and "old_coefficient" is null;
      alter table "price_import" drop constraint if exists "price_import_mode_check";
      alter table "price_import" add constraint "price_import_mode_check"
        check ("applied_mode" in ('replace', 'add', 'edit') and ("applied_mode" is null) = ("applied_at" is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      delete from "price_import" where "applied_mode" = 'edit';
      alter table "price_import" drop constraint if exists "price_import_mode_check";
      alter table "price_import" add constraint "price_import_mode_check"
        check ("applied_mode" in ('replace', 'add') and ("applied_mode" is null) = ("applied_at" is null));
      alter table "price_import_row" drop column if exists "coefficient", drop column if exists "old_coefficient";`)
  }
}
