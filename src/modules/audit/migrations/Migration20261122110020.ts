import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Search in the log by part of a word; the expression is that of `list-audit-entries.ts`. */
export class Migration20261122110020 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create extension if not exists pg_trgm;`)
    this.addSql(`
      create index if not exists "IDX_audit_entry_words" on "audit_entry"
      using gin (lower("action" || ' ' || "subject_id" || ' ' || coalesce("actor_name", '')) gin_trgm_ops);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_audit_entry_words";`)
  }
}
