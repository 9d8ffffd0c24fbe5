import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Applications of new dealers, of further entities and for other requisites, with what happened to them and the files that came along. */
export class Migration20261122170000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create sequence if not exists "application_number";`)
    this.addSql(`create table if not exists "application" ("id" text not null, "number" text not null,
      "kind" text check ("kind" in ('new_dealer', 'legal_entity', 'requisites_change')) not null,
      "state" text check ("state" in ('submitted', 'more_requested', 'accepted', 'declined', 'completed')) not null default 'submitted',
      "applicant_name" text not null, "applicant_email" text not null, "applicant_phone" text null, "employee_id" text null,
      "from_entity_id" text null, "requisites" jsonb not null, "comment" text null, "legal_entity_id" text null, "holding_id" text null,
      "manager_user_id" text null, "decision_reason" text null, "decided_by" text null, "decided_at" timestamptz null,
      "consent_version" text null, "answer_token_hash" text null, "answer_token_expires_at" timestamptz null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null,
      constraint "application_pkey" primary key ("id"));`)
    this.addIndex("application_number_unique", "application", `("number")`, { unique: true })
    this.addIndex("application_answer_token_unique", "application", `("answer_token_hash")`, { unique: true })
    this.addIndex("application_state", "application", `("state", "created_at")`)
    this.addIndex("application_email", "application", `("applicant_email", "created_at")`)
    this.addIndex("application_employee", "application", `("employee_id")`)
    this.addIndex("application_from_entity", "application", `("from_entity_id")`)
    this.addIndex("application_legal_entity", "application", `("legal_entity_id")`)
    this.addPart(
      "application_event",
      `"at" timestamptz not null, "kind" text check ("kind" in
        ('submitted', 'more_requested', 'answered', 'accepted', 'declined', 'completed', 'assigned')) not null,
        "actor_name" text null, "message" text null`
    )
    this.addIndex("application_event_application", "application_event", `("application_id", "at")`)
    this.addPart(
      "application_file",
      `"file_id" text not null, "name" text not null, "mime_type" text not null, "bytes" integer not null, "sha256" text not null`
    )
    this.addIndex("application_file_application", "application_file", `("application_id")`)
  }

  override async down(): Promise<void> {
    for (const table of ["application_file", "application_event", "application"]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
    this.addSql(`drop sequence if exists "application_number";`)
  }

  /** A table of things that belong to an application and go with it. */
  private addPart(table: string, columns: string): void {
    this.addSql(`create table if not exists "${table}" ("id" text not null, "application_id" text not null, ${columns},
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null,
      constraint "${table}_pkey" primary key ("id"),
      constraint "${table}_application_id_foreign" foreign key ("application_id") references "application" ("id")
        on update cascade on delete cascade);`)
  }

  private addIndex(name: string, table: string, columns: string, { unique = false } = {}): void {
    this.addSql(`create ${unique ? "unique " : ""}index if not exists "IDX_${name}" on "${table}" ${columns} where deleted_at is null;`)
  }
}
