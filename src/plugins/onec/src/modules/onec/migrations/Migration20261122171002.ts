import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Sessions in which partners travel: what is given in one is remembered as orders are. */
export class Migration20261122171002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "onec_session" drop constraint if exists "onec_session_type_check";`)
    this.addSql(
      `alter table if exists "onec_session" add constraint "onec_session_type_check" check ("type" in ('catalog', 'sale', 'reference', 'partners'));`
    )
    this.addSql(`alter table if exists "onec_session" add column if not exists "sent_partners" text[] null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "onec_session" where "type" = 'partners';`)
    this.addSql(`alter table if exists "onec_session" drop column if exists "sent_partners";`)
    this.addSql(`alter table if exists "onec_session" drop constraint if exists "onec_session_type_check";`)
    this.addSql(
      `alter table if exists "onec_session" add constraint "onec_session_type_check" check ("type" in ('catalog', 'sale', 'reference'));`
    )
  }
}
