import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STAMPS = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Accounts of 1C, their protocol sessions, and the files that the sessions delivered. */
export class Migration20261122001500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "onec_account" ("id" text not null, "login" text not null, "secret_hash" text not null, "source" text not null, "dialect" text check ("dialect" in ('auto', 'client_a', 'client_b')) not null default 'auto', "is_active" boolean not null default true, "last_used_at" timestamptz null, "file_limit" integer null, ${STAMPS}, constraint "onec_account_pkey" primary key ("id"), constraint CK_onec_account_file_limit check (file_limit is null or file_limit > 0));`
    )
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "UQ_onec_account_login" ON "onec_account" ("login") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_onec_account_deleted_at" ON "onec_account" ("deleted_at") WHERE deleted_at IS NULL;`)

    this.addSql(
      `create table if not exists "onec_session" ("id" text not null, "token_hash" text not null, "account_id" text not null, "type" text check ("type" in ('catalog', 'sale', 'reference')) not null, "version" text null, "state" text check ("state" in ('open', 'closed')) not null default 'open', "sent_order_ids" text[] null, "busy_until" timestamptz null, "last_seen_at" timestamptz not null, ${STAMPS}, constraint "onec_session_pkey" primary key ("id"));`
    )
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "UQ_onec_session_token_hash" ON "onec_session" ("token_hash") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_onec_session_deleted_at" ON "onec_session" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_onec_session_account_id" ON "onec_session" ("account_id") WHERE deleted_at IS NULL;`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_onec_session_state_last_seen_at" ON "onec_session" ("state", "last_seen_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "onec_file" ("id" text not null, "session_id" text not null, "name" text not null, "kind" text check ("kind" in ('package', 'attachment', 'archive')) not null, "bytes" integer not null default 0, "state" text check ("state" in ('uploaded', 'registered', 'stored', 'unpacked', 'refused')) not null default 'uploaded', "inbox_id" text null, "error_code" text null, "error_message" text null, ${STAMPS}, constraint "onec_file_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "UQ_onec_file_session_id_name" ON "onec_file" ("session_id", "name") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_onec_file_waiting" ON "onec_file" ("session_id") WHERE state = 'uploaded' and deleted_at is null;`
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_onec_file_deleted_at" ON "onec_file" ("deleted_at") WHERE deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "onec_file" cascade;`)
    this.addSql(`drop table if exists "onec_session" cascade;`)
    this.addSql(`drop table if exists "onec_account" cascade;`)
  }
}
