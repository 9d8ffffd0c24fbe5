import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Packages that were applied as a whole, so that the same bytes again need not be read: what they name, their few records of other things
 * than goods, and what `erp_digest` said of all of it when they had been applied.
 */
export class Migration20261122150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "erp_package" ("source" text not null, "fingerprint" text not null, "run_id" text not null, "applied_at" timestamptz not null default now(), "received" jsonb not null, "records" jsonb not null, "price_type_ids" text[] not null, "external_ids" text[] not null, "aspects" text[] not null, "state" uuid not null, constraint "erp_package_pkey" primary key ("source", "fingerprint"));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "erp_package";`)
  }
}
