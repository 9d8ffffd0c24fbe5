import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Custom roles. A role that people have is not removed: without it they would have no rights at all. */
export class Migration20261122120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "role" ("id" text not null, "holding_id" text null, "code" text not null, "name" text not null,
      "rights" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null, constraint "role_pkey" primary key ("id"),
      constraint "role_holding_id_foreign" foreign key ("holding_id") references "holding" ("id") on update cascade);`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_role_code_unique" ON "role" ("code") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_role_deleted_at" ON "role" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(`alter table "employee" add column if not exists "role_id" text null
      constraint "employee_role_id_foreign" references "role" ("id") on update cascade;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_employee_role_id" ON "employee" ("role_id") WHERE deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "employee" drop column if exists "role_id";`)
    this.addSql(`drop table if exists "role";`)
  }
}
