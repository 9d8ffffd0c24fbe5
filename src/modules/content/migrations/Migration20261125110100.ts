import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How far the thumbnail of an image is. */
export class Migration20261125110100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "content_file" add column if not exists "is_thumbnail_done" boolean not null default false,
        add column if not exists "thumbnail_attempts" integer not null default 0;
      create index if not exists "content_file_without_thumbnail" on "content_file" ("thumbnail_tried_at")
        where not "is_thumbnail_done" and "thumbnail_attempts" < 3;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "content_file" drop column if exists "is_thumbnail_done", drop column if exists "thumbnail_attempts";`)
  }
}
