import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Images that the staff uploaded for products, by their address, which is all that Medusa keeps of them; and their thumbnails, as far as these are made. */
export class Migration20261126230200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "uploaded_image" (
        "url" text not null,
        "file_id" text not null,
        "thumbnail_file_id" text null,
        "thumbnail_url" text null,
        "is_thumbnail_done" boolean not null default false,
        "thumbnail_attempts" integer not null default 0,
        "thumbnail_tried_at" timestamptz null,
        "created_at" timestamptz not null default now(),
        constraint "uploaded_image_pkey" primary key ("url")
      );
      create index if not exists "uploaded_image_of_file" on "uploaded_image" ("file_id");
      create index if not exists "uploaded_image_without_thumbnail" on "uploaded_image" ("thumbnail_tried_at")
        where not "is_thumbnail_done" and "thumbnail_attempts" < 3;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "uploaded_image";`)
  }
}
