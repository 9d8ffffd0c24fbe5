import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was shipped of an order before it was cancelled stays held until its warehouse was told of: such a reservation is leaving, since it was cancelled. */
export class Migration20261202050540 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table "order_reservation" drop constraint if exists "order_reservation_end_check";
      alter table "order_reservation" add constraint "order_reservation_end_check" check (case "state"
        when 'ended' then "end_reason" is not null
        when 'leaving' then "end_reason" is null or "end_reason" = 'cancelled'
        else "end_reason" is null end);`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      update "order_reservation" set "end_reason" = null where "state" = 'leaving';
      alter table "order_reservation" drop constraint if exists "order_reservation_end_check";
      alter table "order_reservation" add constraint "order_reservation_end_check" check (("state" = 'ended') = ("end_reason" is not null));`)
  }
}
