import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Links that set a password, by the hash of their token alone, and counters of attempts. The counters are worth nothing after a crash, so
 * the table is not logged.
 */
export class Migration20261122120100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "invitation" ("id" text not null, "employee_id" text not null,
      "purpose" text check ("purpose" in ('invitation', 'password_reset')) not null, "token_hash" text not null,
      "expires_at" timestamptz not null, "used_at" timestamptz null, "created_at" timestamptz not null default now(),
      constraint "invitation_pkey" primary key ("id"),
      constraint "invitation_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update cascade on delete cascade);`)
    this.addSql(`create unique index if not exists "IDX_invitation_token_hash_unique" on "invitation" ("token_hash");`)
    this.addSql(`create index if not exists "IDX_invitation_employee_id" on "invitation" ("employee_id");`)
    this.addSql(`create unlogged table if not exists "attempt" ("key" text not null, "count" int not null, "resets_at" timestamptz not null,
      constraint "attempt_pkey" primary key ("key"));`)
    this.addSql(`create index if not exists "IDX_attempt_resets_at" on "attempt" ("resets_at");`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "attempt";`)
    this.addSql(`drop table if exists "invitation";`)
  }
}
