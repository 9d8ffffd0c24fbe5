import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Units and quantity rules of catalogue entries. Hand-written: `numeric(18,6)` and keys of two columns are not expressible in DML.
 * `entry_key` is `catalog_entry.key` of another module, therefore without a foreign key.
 */
export class Migration20261121102000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "sales_unit" (
        "entry_key" int not null,
        "code" text not null,
        "name" text not null,
        "coefficient" numeric(18, 6) not null,
        "is_base" boolean not null default false,
        constraint "sales_unit_pkey" primary key ("entry_key", "code"),
        constraint "sales_unit_coefficient_positive" check ("coefficient" > 0)
      );
    `)
    this.addSql(`create unique index if not exists "sales_unit_one_base" on "sales_unit" ("entry_key") where "is_base";`)
    this.addSql(`
      create table if not exists "quantity_rule" (
        "entry_key" int not null,
        "multiplicity" numeric(18, 6) not null default 1,
        "minimum" numeric(18, 6) not null default 0,
        constraint "quantity_rule_pkey" primary key ("entry_key"),
        constraint "quantity_rule_multiplicity_positive" check ("multiplicity" > 0),
        constraint "quantity_rule_minimum_not_negative" check ("minimum" >= 0)
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "quantity_rule";`)
    this.addSql(`drop table if exists "sales_unit";`)
  }
}
