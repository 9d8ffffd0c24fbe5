import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What the ERP said last of a thing, as a digest of its records: the same words again need neither staging nor merging. One column an
 * aspect, since packages may carry each alone; `external_id` is that of a product or an offer (the plain item has its product's).
 */
export class Migration20261121130300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop table if exists "erp_digest";`)
    this.addSql(
      `create table "erp_digest" ("source" text not null, "external_id" text not null, "product" uuid null, "offer" uuid null, "price" uuid null, "stock" uuid null, constraint "erp_digest_pkey" primary key ("source", "external_id"));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "erp_digest";`)
  }
}
