import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125130400 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "holding" add column if not exists "shares_part_numbers" boolean not null default false;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "holding" drop column if exists "shares_part_numbers";`)
  }
}
