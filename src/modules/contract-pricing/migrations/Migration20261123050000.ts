import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Thresholds: another price type from a sum of the cart, or from a quantity of a line. Hand-written: `numeric` and open days are not expressible
 * in DML.
 */
export class Migration20261123050000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(TABLE)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "price_threshold";`)
  }
}

/** `from_amount` is money for a basis of "total", base units for one of "quantity". */
const TABLE = `
  create table if not exists "price_threshold" (
    "id" text not null,
    "scope_kind" text not null,
    "scope_id" text not null default '',
    "basis" text not null,
    "from_amount" numeric(20, 6) not null,
    "currency_code" text null,
    "price_type_id" text not null,
    "starts_on" date not null default '-infinity',
    "ends_on" date not null default 'infinity',
    "source" text not null,
    "document" text null,
    "as_of" timestamptz null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now(),
    "deleted_at" timestamptz null,
    constraint "price_threshold_pkey" primary key ("id"),
    constraint "price_threshold_scope_check"
      check ("scope_kind" in ('contract', 'legal_entity', 'holding', 'client_category', 'region', 'everyone') and ("scope_kind" = 'everyone') = ("scope_id" = '')),
    constraint "price_threshold_basis_check" check ("basis" in ('total', 'quantity') and ("basis" = 'total') = ("currency_code" is not null)),
    constraint "price_threshold_source_check" check ("source" in ('erp', 'portal')),
    constraint "price_threshold_amount_positive" check ("from_amount" > 0),
    constraint "price_threshold_days_in_order" check ("starts_on" <= "ends_on")
  );
  create index if not exists "price_threshold_scope" on "price_threshold" ("scope_kind", "scope_id") where "deleted_at" is null;`
