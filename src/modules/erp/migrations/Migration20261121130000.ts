import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** The exchange log: inbox, outbox, runs with their issues, and the states that the ERP sends back. */
export class Migration20261121130000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "erp_inbox" ("id" text not null, "source" text not null, "adapter" text not null, "filename" text not null, "path" text not null, "bytes" integer not null, "sha256" text not null, "state" text check ("state" in ('pending', 'running', 'done', 'failed')) not null default 'pending', "attempts" integer not null default 0, "session_id" text null, "run_id" text null, "error_code" text null, "error_message" text null, "received_at" timestamptz not null, "finished_at" timestamptz null, ${TIMESTAMPS}, constraint "erp_inbox_pkey" primary key ("id"));`
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_erp_inbox_deleted_at" ON "erp_inbox" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_erp_inbox_delivery" ON "erp_inbox" ("session_id", "filename", "sha256") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_erp_inbox_unfinished" ON "erp_inbox" ("source", "received_at") WHERE state IN ('pending', 'running') AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "erp_outbox" ("id" text not null, "source" text null, "kind" text check ("kind" in ('order')) not null default 'order', "subject_id" text not null, "number" text not null, "state" text check ("state" in ('pending', 'sent', 'confirmed', 'failed')) not null default 'pending', "attempts" integer not null default 0, "last_error" text null, "sent_at" timestamptz null, "confirmed_at" timestamptz null, ${TIMESTAMPS}, constraint "erp_outbox_pkey" primary key ("id"));`
    )
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_erp_outbox_number_unique" ON "erp_outbox" ("number") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_erp_outbox_deleted_at" ON "erp_outbox" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_erp_outbox_subject" ON "erp_outbox" ("kind", "subject_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_erp_outbox_state" ON "erp_outbox" ("state") WHERE deleted_at IS NULL;`)

    this.addSql(
      `create table if not exists "exchange_run" ("id" text not null, "source" text not null, "direction" text check ("direction" in ('in', 'out')) not null, "kind" text not null, "filename" text null, "inbox_id" text null, "state" text check ("state" in ('running', 'done', 'failed')) not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "duration_ms" integer null, "counts" jsonb null, "issue_count" integer not null default 0, "error_code" text null, "error_message" text null, "formed_at" text null, ${TIMESTAMPS}, constraint "exchange_run_pkey" primary key ("id"));`
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_exchange_run_deleted_at" ON "exchange_run" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_exchange_run_started_at" ON "exchange_run" ("started_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_exchange_run_inbox_id" ON "exchange_run" ("inbox_id") WHERE deleted_at IS NULL;`)

    this.addSql(
      `create table if not exists "exchange_run_issue" ("id" text not null, "run_id" text not null, "position" integer not null, "severity" text check ("severity" in ('info', 'warning', 'error')) not null, "code" text not null, "message" text not null, "subject" text null, ${TIMESTAMPS}, constraint "exchange_run_issue_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_exchange_run_issue_deleted_at" ON "exchange_run_issue" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_exchange_run_issue_run" ON "exchange_run_issue" ("run_id", "position") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "order_state" ("id" text not null, "order_id" text not null, "status" text null, "erp_number" text null, "erp_date" text null, "is_posted" boolean null, "is_cancelled" boolean not null default false, "paid_on" text null, "shipped_on" text null, "as_of" timestamptz not null, "external_id" text null, ${TIMESTAMPS}, constraint "order_state_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_state_order_id_unique" ON "order_state" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_state_deleted_at" ON "order_state" ("deleted_at") WHERE deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    for (const table of ["order_state", "exchange_run_issue", "exchange_run", "erp_outbox", "erp_inbox"]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
