import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The log of what was done. Hand-written: the database itself refuses to change or remove an entry, by a trigger that fires always, under
 * replication too. Only the owner of the table could take it away, and that shows in the schema.
 */
export class Migration20261122110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "audit_entry" (
        "id" text not null,
        "at" timestamptz not null,
        "actor_kind" text not null check ("actor_kind" in ('employee', 'user', 'exchange', 'system')),
        "actor_id" text null,
        "actor_name" text null,
        "acting_for_employee_id" text null,
        "action" text not null,
        "subject_type" text not null,
        "subject_id" text not null,
        "legal_entity_id" text null,
        "ip" text null,
        "user_agent" text null,
        "before" jsonb null,
        "after" jsonb null,
        constraint "audit_entry_pkey" primary key ("id")
      );
    `)
    this.addIndex("at", `"at" desc, "id" desc`)
    this.addIndex("actor", `"actor_id", "at" desc, "id" desc`, `"actor_id" is not null`)
    this.addIndex("acting_for", `"acting_for_employee_id", "at" desc, "id" desc`, `"acting_for_employee_id" is not null`)
    this.addIndex("subject", `"subject_id", "at" desc, "id" desc`)
    this.addIndex("legal_entity", `"legal_entity_id", "at" desc, "id" desc`, `"legal_entity_id" is not null`)
    this.addIndex("action", `"action" text_pattern_ops, "at" desc, "id" desc`)
    this.addSql(`
      create or replace function "audit_entry_refuse_change"() returns trigger language plpgsql as $$
      begin
        raise exception 'The audit log is append-only: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
      end $$;
    `)
    this.addSql(`
      create or replace trigger "audit_entry_append_only" before update or delete or truncate on "audit_entry"
      for each statement execute function "audit_entry_refuse_change"();
    `)
    this.addSql(`alter table "audit_entry" enable always trigger "audit_entry_append_only";`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "audit_entry";`)
    this.addSql(`drop function if exists "audit_entry_refuse_change"();`)
  }

  private addIndex(name: string, columns: string, where?: string): void {
    this.addSql(`create index if not exists "IDX_audit_entry_${name}" on "audit_entry" (${columns})${where ? ` where ${where}` : ""};`)
  }
}
