import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What has left of an order and is not held any more, in stock units by item, so that goods which an edit of the order reserves once more are taken off the
 * stock but once; and up to which edit was looked at what it gave up. Neither rewrites the table. What stands has been looked at: what older edits
 * gave up has been free for long.
 */
export class Migration20261201070303 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "order_reservation" add column if not exists "settled" jsonb not null default '{}';
      alter table "order_reservation" add column if not exists "edits_seen_at" timestamptz not null default now();`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table "order_reservation" drop column if exists "settled";
      alter table "order_reservation" drop column if exists "edits_seen_at";`)
  }
}
