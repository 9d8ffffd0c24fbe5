import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What the ERP said last of a thing, as a digest of its records: the same words again need neither staging nor merging. `kind` is the
 * aspect (product, offer, price, stock), since packages may carry each alone.
 */
export class Migration20261121130200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "erp_digest" ("source" text not null, "kind" text not null, "external_id" text not null, "digest" uuid not null, constraint "erp_digest_pkey" primary key ("source", "kind", "external_id"));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "erp_digest";`)
  }
}
