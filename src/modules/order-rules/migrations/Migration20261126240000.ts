import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Under which contract staff make an order, until it is one: from then on the links of orders say so, which dealers' lists read. Hand-written and
 * without foreign keys: the order is Medusa's, the contract another module's.
 */
export class Migration20261126240000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "draft_contract" (
        "order_id" text not null,
        "contract_id" text not null,
        constraint "draft_contract_pkey" primary key ("order_id")
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "draft_contract";`)
  }
}
