import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Who decides what of a price type: where the ERP made it, name, currency and VAT are the ERP's; region and fallback only once the ERP has said
 * them. All types of before came from the ERP, and so did what stands in those two columns.
 */
export class Migration20261123070000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "price_type"
        add column if not exists "source" text not null default 'erp',
        add column if not exists "region_from_erp" boolean not null default false,
        add column if not exists "fallback_from_erp" boolean not null default false,
        add constraint "price_type_source_check" check ("source" in ('erp', 'portal'));
    `)
    this.addSql(`update "price_type" set "region_from_erp" = "region" is not null, "fallback_from_erp" = "fallback_id" is not null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table "price_type" drop constraint if exists "price_type_source_check",
        drop column if exists "source", drop column if exists "region_from_erp", drop column if exists "fallback_from_erp";
    `)
  }
}
