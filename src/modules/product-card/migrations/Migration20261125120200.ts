import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Documents of products and what they are bound to: one file stands on the cards of many. */
export class Migration20261125120200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "product_document" (
        "id" text not null,
        "kind" text not null,
        "title_ru" text not null,
        "title_en" text null,
        "number" text null,
        "valid_until" date null,
        "file_id" text not null,
        "name" text not null,
        "mime_type" text not null,
        "bytes" int not null,
        "sha256" text not null,
        "created_at" timestamptz not null default now(),
        "updated_at" timestamptz not null default clock_timestamp(),
        "deleted_at" timestamptz null,
        constraint "product_document_pkey" primary key ("id"),
        constraint "product_document_kind_check"
          check ("kind" in ('certificate', 'declaration', 'passport', 'instruction', 'drawing', 'warranty', 'other'))
      );
      create unique index if not exists "product_document_content" on "product_document" ("sha256") where "deleted_at" is null;
      create table if not exists "product_document_target" (
        "document_id" text not null,
        "kind" text not null,
        "target_id" text not null,
        constraint "product_document_target_pkey" primary key ("document_id", "kind", "target_id"),
        constraint "product_document_target_kind_check" check ("kind" in ('product', 'category', 'brand')),
        constraint "product_document_target_of" foreign key ("document_id") references "product_document" ("id") on delete cascade
      );
      create index if not exists "product_document_target_of_thing" on "product_document_target" ("kind", "target_id");`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "product_document_target"; drop table if exists "product_document";`)
  }
}
