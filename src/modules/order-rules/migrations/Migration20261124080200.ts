import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Lines of carts that a manager let past their order rules. Hand-written: `numeric(18,6)` is not expressible in DML. In a table and not in the
 * metadata of the line, which a dealer may write; of another module, therefore without a foreign key.
 */
export class Migration20261124080200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "quantity_bypass" (
        "cart_line_id" text not null,
        "cart_id" text not null,
        "contract_id" text not null,
        "quantity" numeric(18, 6) not null,
        "code" text not null,
        "reason" text not null,
        "user_id" text not null,
        "user_name" text null,
        "created_at" timestamptz not null default now(),
        constraint "quantity_bypass_pkey" primary key ("cart_line_id")
      );
      create index if not exists "quantity_bypass_cart" on "quantity_bypass" ("cart_id");
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "quantity_bypass";`)
  }
}
