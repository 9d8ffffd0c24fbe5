import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Goods that something of the ERP names and nobody knows yet: lists of its rules, and its documents. They are bound by the load that brings them. */
export class Migration20261126230300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "erp_awaited" (
        "source" text not null,
        "holder" text not null,
        "holder_id" text not null,
        "external_id" text not null,
        constraint "erp_awaited_pkey" primary key ("source", "holder", "holder_id", "external_id"),
        constraint "erp_awaited_holder_check" check ("holder" in ('price_adjustment', 'visibility_rule', 'product_document'))
      );`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "erp_awaited";`)
  }
}
