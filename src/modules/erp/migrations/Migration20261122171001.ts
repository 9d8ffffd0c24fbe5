import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The outbox carries partners beside orders: legal entities that were applied for or corrected here, and delivery points. They have no
 * number; a change after the sending goes again as the next revision, so that a late confirmation of the former one does not cover it.
 */
export class Migration20261122171001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "erp_outbox" drop constraint if exists "erp_outbox_kind_check";`)
    this.addSql(
      `alter table if exists "erp_outbox" add constraint "erp_outbox_kind_check" check ("kind" in ('order', 'legal_entity', 'delivery_point'));`
    )
    this.addSql(`alter table if exists "erp_outbox" alter column "number" drop not null;`)
    this.addSql(
      `alter table if exists "erp_outbox" add constraint "erp_outbox_number_check" check ("number" is not null or "kind" <> 'order');`
    )
    this.addSql(
      `alter table if exists "erp_outbox" add column if not exists "payload" jsonb null, add column if not exists "revision" integer not null default 1;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "erp_outbox" where "kind" <> 'order';`)
    this.addSql(`alter table if exists "erp_outbox" drop column if exists "revision", drop column if exists "payload";`)
    this.addSql(`alter table if exists "erp_outbox" drop constraint if exists "erp_outbox_number_check";`)
    this.addSql(`alter table if exists "erp_outbox" alter column "number" set not null;`)
    this.addSql(`alter table if exists "erp_outbox" drop constraint if exists "erp_outbox_kind_check";`)
    this.addSql(`alter table if exists "erp_outbox" add constraint "erp_outbox_kind_check" check ("kind" in ('order'));`)
  }
}
