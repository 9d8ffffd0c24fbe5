import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Attempts are counted by the module `rate-limit` in a table of its own. */
export class Migration20261122173100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop table if exists "attempt";`)
  }

  override async down(): Promise<void> {
    this.addSql(`create unlogged table if not exists "attempt" ("key" text not null, "count" int not null, "resets_at" timestamptz not null,
      constraint "attempt_pkey" primary key ("key"));`)
  }
}
