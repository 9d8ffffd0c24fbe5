import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Which products belong to which. Hand-written: the key is what is said, by whom, of which two, so that the ERP and the staff may say the same without
 * taking each other's word away.
 */
export class Migration20261125120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "product_relation" (
        "from_product_id" text not null,
        "kind" text not null,
        "source" text not null,
        "to_product_id" text not null,
        "position" int not null,
        "is_mutual" boolean not null default false,
        constraint "product_relation_pkey" primary key ("from_product_id", "kind", "source", "to_product_id"),
        constraint "product_relation_kind_check" check ("kind" in ('related', 'analogue', 'accessory')),
        constraint "product_relation_source_check" check ("source" in ('erp', 'portal')),
        constraint "product_relation_another" check ("from_product_id" <> "to_product_id")
      );
      create index if not exists "product_relation_mutual" on "product_relation" ("to_product_id") where "is_mutual";`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "product_relation";`)
  }
}
