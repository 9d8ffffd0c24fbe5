import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Users of the supplier signed in as employees of dealers. */
export class Migration20261122110040 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "acting_session" ("id" text not null, "employee_id" text not null, "user_id" text not null,
      "user_name" text null, "reason" text not null, "started_at" timestamptz not null, "expires_at" timestamptz not null,
      "ended_at" timestamptz null, "ended_by" text check ("ended_by" in ('staff', 'client')) null, "ip" text null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null,
      constraint "acting_session_pkey" primary key ("id"));`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_acting_session_employee" ON "acting_session" ("employee_id", "started_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_acting_session_deleted_at" ON "acting_session" ("deleted_at") WHERE deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "acting_session" cascade;`)
  }
}
