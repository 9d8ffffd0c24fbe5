import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * In which unit a line was asked for. Hand-written: `numeric(18,6)` is not expressible in DML. In a table and not in the metadata of the line,
 * which a dealer may write; of another module, therefore without a foreign key.
 */
export class Migration20261125140200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "asked_unit" (
        "line_id" text not null,
        "code" text not null,
        "name" text not null,
        "coefficient" numeric(18, 6) not null,
        "quantity" numeric(18, 6) not null,
        constraint "asked_unit_pkey" primary key ("line_id")
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "asked_unit";`)
  }
}
