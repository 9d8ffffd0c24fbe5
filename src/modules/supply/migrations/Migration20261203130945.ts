import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What of a line was given to those who waited for it is known beside what is told to have arrived: where that is taken back, it is not promised once
 * more, and counts for the share of who has got it. Of lines that stand nothing is known of that.
 */
export class Migration20261203130945 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "supply_line" add column if not exists "served" numeric(18, 6) not null default 0;`)
    this.addSql(outlook(`greatest("arrived", "served")`))
    this.addSql(`
      create table if not exists "supply_served" (
        "supply_id" text not null,
        "entry_key" int not null,
        "legal_entity_id" text not null,
        "quantity" numeric(18, 6) not null,
        constraint "supply_served_pkey" primary key ("supply_id", "entry_key", "legal_entity_id"),
        constraint "supply_served_line" foreign key ("supply_id", "entry_key") references "supply_line" ("supply_id", "entry_key") on delete cascade,
        constraint "supply_served_quantity_check" check ("quantity" > 0)
      );`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "supply_served";`)
    this.addSql(outlook(`"arrived"`))
    this.addSql(`alter table "supply_line" drop column if exists "served";`)
  }
}

/** What is free and may be promised of a line, by what of it has come. The index goes with the column. */
const outlook = (come: string) => `
  alter table "supply_line" drop constraint if exists "supply_line_promised_check";
  alter table "supply_line" drop column if exists "free";
  alter table "supply_line"
    add column "free" numeric(18, 6) not null generated always as (case when "is_open" then greatest("quantity" - ${come}, 0) - "promised" else 0 end) stored,
    add constraint "supply_line_promised_check"
      check ("promised" >= 0 and "promised" <= case when "is_open" then greatest("quantity" - ${come}, 0) else 0 end);
  create index if not exists "supply_line_entry" on "supply_line" ("entry_key", "expected_on") include ("free", "warehouse_id", "supply_id") where "is_open" and "free" > 0;`
