import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What a legal entity has ordered, of which product and when: a narrow copy of Medusa's order lines, by which lists of thousands of products are
 * found without reading orders. `purchase_order` says of which state of an order the copy was made.
 */
export class Migration20261125090300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "purchase_order" (
        "order_id" text not null, "legal_entity_id" text not null, "customer_id" text null, "version" int not null, "is_cancelled" boolean not null,
        constraint "purchase_order_pkey" primary key ("order_id")
      );
    `)
    this.addSql(`
      create table if not exists "purchase_line" (
        "order_id" text not null, "entry_key" int not null, "legal_entity_id" text not null, "customer_id" text null,
        "ordered_at" timestamptz not null, "quantity" numeric not null,
        constraint "purchase_line_pkey" primary key ("order_id", "entry_key")
      );
    `)
    this.addSql(`
      create index if not exists "purchase_line_of_entity" on "purchase_line" ("legal_entity_id", "entry_key")
        include ("customer_id", "ordered_at", "quantity");
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "purchase_line", "purchase_order";`)
  }
}
