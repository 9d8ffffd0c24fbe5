import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What an entity had when somebody applied for other requisites: the card tells the difference also when all has become so. */
export class Migration20261122170010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "application" add column if not exists "former" jsonb null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "application" drop column if exists "former";`)
  }
}
