import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Documents that the ERP says. One names its file by the path under which it is delivered, and stands on no card before the file has come; the very
 * same file may be that of several, while the staff binds the document that is there.
 */
export class Migration20261126230000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "product_document" add column if not exists "source" text not null default 'portal', add column if not exists "erp_source" text null,
        add column if not exists "file_path" text null, add column if not exists "as_of" timestamptz null,
        alter column "file_id" drop not null, alter column "name" drop not null, alter column "mime_type" drop not null,
        alter column "bytes" drop not null, alter column "sha256" drop not null;
      alter table "product_document" drop constraint if exists "product_document_source_check";
      alter table "product_document" add constraint "product_document_source_check" check (
        case "source" when 'portal' then "file_id" is not null when 'erp' then "erp_source" is not null and "file_path" is not null else false end
      );
      drop index if exists "product_document_content";
      create unique index "product_document_content" on "product_document" ("sha256") where "deleted_at" is null and "source" = 'portal';
      create index if not exists "product_document_of_file" on "product_document" ("erp_source", "file_path") where "source" = 'erp';`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      delete from "product_document" where "source" = 'erp';
      drop index if exists "product_document_content";
      create unique index "product_document_content" on "product_document" ("sha256") where "deleted_at" is null;
      drop index if exists "product_document_of_file";
      alter table "product_document" drop constraint if exists "product_document_source_check", drop column if exists "source",
        drop column if exists "erp_source", drop column if exists "file_path", drop column if exists "as_of",
        alter column "file_id" set not null, alter column "name" set not null, alter column "mime_type" set not null,
        alter column "bytes" set not null, alter column "sha256" set not null;`)
  }
}
