import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Price files that were tried: the differences that a person has seen are the ones that are applied. Hand-written: `numeric` and a narrow table
 * of rows are not expressible in DML. Where a row has no days, it is open on that side, as in `contract_price`.
 */
export class Migration20261123070100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "price_import" (
        "id" text not null,
        "kind" text not null,
        "subject_id" text not null,
        "file_name" text not null,
        "file_sha256" text not null,
        "state" text not null,
        "mark_percent" numeric(9, 2) not null,
        "counts" jsonb not null,
        "created_by" text null,
        "created_at" timestamptz not null default now(),
        "applied_mode" text null,
        "applied_at" timestamptz null,
        constraint "price_import_pkey" primary key ("id"),
        constraint "price_import_kind_check" check ("kind" in ('price_type', 'contract')),
        constraint "price_import_mode_check" check ("applied_mode" in ('replace', 'add') and ("applied_mode" is null) = ("applied_at" is null))
      );
      create table if not exists "price_import_row" (
        "import_id" text not null references "price_import" ("id") on delete cascade,
        "place" int not null,
        "file_row" int null,
        "status" text not null,
        "code" text null,
        "article" text not null,
        "entry_key" int null,
        "from_quantity" numeric(18, 6) not null default 0,
        "starts_on" date not null default '-infinity',
        "ends_on" date not null default 'infinity',
        "old_ends_on" date null,
        "old_amount" numeric(20, 6) null,
        "new_amount" numeric(20, 6) null,
        "percent" numeric(20, 2) null,
        "is_marked" boolean not null default false,
        constraint "price_import_row_pkey" primary key ("import_id", "place"),
        constraint "price_import_row_status_check" check ("status" in ('created', 'changed', 'removed', 'problem'))
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "price_import_row", "price_import";`)
  }
}
