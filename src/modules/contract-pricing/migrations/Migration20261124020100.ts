import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A rule may withhold goods from sale instead of changing their price: it has no value, no quantity, and nothing to stack. */
export class Migration20261124020100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "price_adjustment" drop constraint if exists "price_adjustment_kind_check";
      alter table "price_adjustment" add constraint "price_adjustment_kind_check"
        check ("kind" in ('percent', 'fixed', 'withheld') and ("kind" = 'fixed') = ("currency_code" is not null)
          and ("kind" <> 'withheld' or ("value" = 0 and "from_quantity" = 0 and not "is_stacking")));`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      delete from "price_adjustment" where "kind" = 'withheld';
      alter table "price_adjustment" drop constraint if exists "price_adjustment_kind_check";
      alter table "price_adjustment" add constraint "price_adjustment_kind_check"
        check ("kind" in ('percent', 'fixed') and ("kind" = 'fixed') = ("currency_code" is not null));`)
  }
}
