import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Inbound supplies and their lines. Hand-written: exact decimals, generated columns and a foreign key that carries facts along are not expressible in
 * DML.
 */
export class Migration20261124070000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(SUPPLY)
    this.addSql(SUPPLY_LINE)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "supply_line"; drop table if exists "supply";`)
  }
}

/** No date told is infinity, no warehouse told is the empty text: both are part of the key that lines refer to, where null would match nothing. */
const SUPPLY = `
  create table if not exists "supply" (
    "id" text not null,
    "number" text not null,
    "source" text not null,
    "state" text not null,
    "expected_on" date not null default 'infinity',
    "warehouse_id" text not null default '',
    "supplier_name" text null,
    "comment" text null,
    "as_of" timestamptz not null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now(),
    "deleted_at" timestamptz null,
    "is_open" boolean not null generated always as ("deleted_at" is null and "state" not in ('arrived', 'cancelled')) stored,
    constraint "supply_pkey" primary key ("id"),
    constraint "supply_source_check" check ("source" in ('erp', 'portal')),
    constraint "supply_state_check" check ("state" in ('planned', 'confirmed', 'in_transit', 'at_customs', 'arrived', 'cancelled')),
    constraint "supply_date_is_real" check ("expected_on" > '-infinity'),
    constraint "supply_facts_of_lines" unique ("id", "is_open", "expected_on", "warehouse_id")
  );
  create unique index if not exists "supply_portal_number" on "supply" ("number") where "source" = 'portal' and "deleted_at" is null;
  create index if not exists "supply_expected" on "supply" ("expected_on", "id") where "deleted_at" is null;`

/**
 * \`is_open\`, \`expected_on\` and \`warehouse_id\` are those of the supply, carried along by the foreign key, so that one narrow index over a few columns
 * answers when there is more of a product. Nobody can be promised more than is still to come: the check holds whoever writes.
 */
const SUPPLY_LINE = `
  create table if not exists "supply_line" (
    "supply_id" text not null,
    "entry_key" int not null,
    "quantity" numeric(18, 6) not null,
    "arrived" numeric(18, 6) not null default 0,
    "promised" numeric(18, 6) not null default 0,
    "is_open" boolean not null,
    "expected_on" date not null,
    "warehouse_id" text not null,
    "free" numeric(18, 6) not null generated always as (case when "is_open" then greatest("quantity" - "arrived", 0) - "promised" else 0 end) stored,
    constraint "supply_line_pkey" primary key ("supply_id", "entry_key"),
    constraint "supply_line_supply" foreign key ("supply_id", "is_open", "expected_on", "warehouse_id")
      references "supply" ("id", "is_open", "expected_on", "warehouse_id") on update cascade on delete cascade,
    constraint "supply_line_quantity_check" check ("quantity" >= 0 and "arrived" >= 0),
    constraint "supply_line_promised_check"
      check ("promised" >= 0 and "promised" <= case when "is_open" then greatest("quantity" - "arrived", 0) else 0 end)
  );
  create index if not exists "supply_line_entry" on "supply_line" ("entry_key", "expected_on") include ("free", "warehouse_id", "supply_id") where "is_open" and "free" > 0;`
