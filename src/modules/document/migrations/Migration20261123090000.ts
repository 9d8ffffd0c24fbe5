import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Price lists that dealers ask for. */
export class Migration20261123090000 extends Migration {
  override async up(): Promise<void> {
    this
      .addSql(`create table if not exists "price_list_file" ("id" text not null, "employee_id" text not null, "legal_entity_id" text not null,
      "contract_id" text not null, "format" text check ("format" in ('xlsx', 'pdf')) not null, "locale" text check ("locale" in ('ru', 'en')) not null,
      "category_ids" text[] not null, "in_stock_only" boolean not null,
      "state" text check ("state" in ('queued', 'running', 'done', 'failed')) not null default 'queued',
      "total" integer null, "done" integer not null default 0, "attempts" integer not null default 0, "seen_at" timestamptz null,
      "error_code" text null, "error_message" text null, "file_id" text null, "bytes" integer null, "rows" integer null,
      "prices_as_of" timestamptz null, "finished_at" timestamptz null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null,
      constraint "price_list_file_pkey" primary key ("id"));`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_price_list_file_deleted_at" ON "price_list_file" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_price_list_file_employee" ON "price_list_file" ("employee_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_price_list_file_unfinished" ON "price_list_file" ("created_at") WHERE state IN ('queued', 'running') AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "price_list_file" cascade;`)
  }
}
