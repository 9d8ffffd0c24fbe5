import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Prices of a type by sales unit and from a quantity on. Beside `type_price`, which stays narrow: most goods have one price of a type and must
 * not pay for those that have more. The amount is that of one unit of `coefficient` base units, as it was said: divided beforehand it would
 * lose digits.
 */
export class Migration20261124010100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "type_price_tier" (
        "price_type_key" int not null,
        "entry_key" int not null,
        "from_quantity" numeric(18, 6) not null,
        "coefficient" numeric(18, 6) not null,
        "amount" numeric(20, 6) not null,
        constraint "type_price_tier_pkey" primary key ("price_type_key", "entry_key", "from_quantity"),
        constraint "type_price_tier_from_positive" check ("from_quantity" > 0),
        constraint "type_price_tier_coefficient_positive" check ("coefficient" > 0),
        constraint "type_price_tier_amount_not_negative" check ("amount" >= 0)
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "type_price_tier";`)
  }
}
