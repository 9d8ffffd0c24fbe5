import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Thumbnails of the images that the ERP sent, and how far they are. */
export class Migration20261125110200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "erp_file" add column if not exists "thumbnail_file_id" text null,
        add column if not exists "thumbnail_url" text null,
        add column if not exists "is_thumbnail_done" boolean not null default false,
        add column if not exists "thumbnail_attempts" integer not null default 0,
        add column if not exists "thumbnail_tried_at" timestamptz null;
      create index if not exists "erp_file_without_thumbnail" on "erp_file" ("thumbnail_tried_at")
        where not "is_thumbnail_done" and "thumbnail_attempts" < 3;
      create index if not exists "erp_file_of_file" on "erp_file" ("file_id");`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists "erp_file_of_file";
      alter table "erp_file" drop column if exists "thumbnail_file_id", drop column if exists "thumbnail_url",
        drop column if exists "is_thumbnail_done", drop column if exists "thumbnail_attempts", drop column if exists "thumbnail_tried_at";`)
  }
}
