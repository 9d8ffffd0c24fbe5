import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Files of documents that the ERP delivered, under the path by which packages refer to them. Beside `erp_file`, whose files anybody may fetch. */
export class Migration20261126230100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "erp_document_file" (
        "source" text not null,
        "path" text not null,
        "sha256" text not null,
        "bytes" integer not null,
        "file_id" text not null,
        "name" text not null,
        "mime_type" text not null,
        constraint "erp_document_file_pkey" primary key ("source", "path")
      );
      create index if not exists "erp_document_file_sha256" on "erp_document_file" ("sha256");
      create index if not exists "erp_document_file_of_file" on "erp_document_file" ("file_id");`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "erp_document_file";`)
  }
}
