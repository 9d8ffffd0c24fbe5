import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The most of a product, and order rules: multiplicity, minimum and maximum for clients and goods. Hand-written: `numeric(18,6)` and the
 * checks over several columns are not expressible in DML. Keys of entries and categories are of another module, therefore without foreign keys.
 */
export class Migration20261124080100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "quantity_rule" add column if not exists "maximum" numeric(18, 6) null;`)
    this.addSql(`alter table "quantity_rule" add constraint "quantity_rule_maximum_positive" check ("maximum" > 0);`)
    this.addSql(TABLE)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "order_rule";`)
    this.addSql(`alter table "quantity_rule" drop column if exists "maximum";`)
  }
}

/** Quantities are in the unit that is named, else in base units. Neither entry nor category: everything. */
const TABLE = `
  create table if not exists "order_rule" (
    "id" text not null,
    "scope_kind" text not null,
    "scope_id" text not null default '',
    "entry_key" int null,
    "category_key" int null,
    "unit_code" text null,
    "multiplicity" numeric(18, 6) null,
    "minimum" numeric(18, 6) null,
    "maximum" numeric(18, 6) null,
    "source" text not null,
    "document" text null,
    "as_of" timestamptz null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now(),
    "deleted_at" timestamptz null,
    constraint "order_rule_pkey" primary key ("id"),
    constraint "order_rule_scope_check"
      check ("scope_kind" in ('contract', 'legal_entity', 'holding', 'client_category', 'region', 'everyone') and ("scope_kind" = 'everyone') = ("scope_id" = '')),
    constraint "order_rule_one_target" check ("entry_key" is null or "category_key" is null),
    constraint "order_rule_says_something" check (num_nonnulls("multiplicity", "minimum", "maximum") > 0),
    constraint "order_rule_multiplicity_positive" check ("multiplicity" > 0),
    constraint "order_rule_minimum_not_negative" check ("minimum" >= 0),
    constraint "order_rule_maximum_positive" check ("maximum" > 0),
    constraint "order_rule_source_check" check ("source" in ('erp', 'portal'))
  );
  create index if not exists "order_rule_scope" on "order_rule" ("scope_kind", "scope_id") where "deleted_at" is null and "entry_key" is null;
  create index if not exists "order_rule_entry" on "order_rule" ("entry_key", "scope_kind", "scope_id") where "deleted_at" is null and "entry_key" is not null;
  create unique index if not exists "order_rule_one_by_hand"
    on "order_rule" ("scope_kind", "scope_id", coalesce("entry_key", 0), coalesce("category_key", 0), coalesce("unit_code", ''))
    where "deleted_at" is null and "source" = 'portal';`
