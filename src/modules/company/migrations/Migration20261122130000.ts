import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STAMPS = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const SOURCE = `"source" text check ("source" in ('erp', 'portal')) not null default 'portal'`
const TABLES = ["consent", "manager_assignment", "delivery_point", "legal_entity_category", "client_category", "bank_account"]

const ENTITY_TEXTS = ["ogrn", "okpo", "actual_address", "postal_address", "phone", "email", "state_reason"]

/** Requisites, bank accounts, categories, delivery points, managers and consents; the full terms of a contract; one head in a holding. */
export class Migration20261122130000 extends Migration {
  override async up(): Promise<void> {
    this.widenLegalEntity()
    this.widenContract()
    this.createTables()
    this.addIndexes()
    this.addReferences()
  }

  override async down(): Promise<void> {
    TABLES.forEach((table) => this.addSql(`drop table if exists "${table}" cascade;`))
    this.addSql(`drop index if exists "IDX_legal_entity_head";`)
    ;[...ENTITY_TEXTS, "source"].forEach((column) => this.addSql(`alter table if exists "legal_entity" drop column if exists "${column}";`))
    const terms = ["kind", "signed_on", "region", "warehouse_ids", "credit_limit", "credit_terms", "credit_as_of", "state_reason"]
    terms.forEach((column) => this.addSql(`alter table if exists "contract" drop column if exists "${column}";`))
  }

  private widenLegalEntity(): void {
    const columns = ENTITY_TEXTS.map((column) => `add column if not exists "${column}" text null`)
    this.addSql(`alter table if exists "legal_entity" ${columns.join(", ")}, add column if not exists ${SOURCE};`)
    // Only the ERP has written `as_of` so far.
    this.addSql(`update "legal_entity" set "source" = 'erp' where "as_of" is not null;`)
    // Until now nothing kept a holding from having several heads: the eldest stays.
    this.addSql(`update "legal_entity" e set "is_head" = false where e."is_head" and e."holding_id" is not null and e."deleted_at" is null
      and exists (select from "legal_entity" o where o."holding_id" = e."holding_id" and o."is_head" and o."deleted_at" is null
        and (o."created_at", o."id") < (e."created_at", e."id"));`)
  }

  private widenContract(): void {
    this.addSql(`alter table if exists "contract"
      add column if not exists "kind" text check ("kind" in ('contract', 'agreement')) not null default 'contract',
      add column if not exists "signed_on" date null, add column if not exists "region" text null,
      add column if not exists "warehouse_ids" text[] not null default '{}', add column if not exists "credit_limit" numeric(20, 2) null,
      add column if not exists "credit_terms" text null, add column if not exists "credit_as_of" timestamptz null,
      add column if not exists "state_reason" text null;`)
  }

  private createTables(): void {
    this.addSql(`create table if not exists "bank_account" ("id" text not null, "legal_entity_id" text not null, "bic" text not null,
      "account" text not null, "bank_name" text null, "correspondent_account" text null, "is_default" boolean not null default false,
      ${SOURCE}, "as_of" timestamptz null, ${STAMPS}, constraint "bank_account_pkey" primary key ("id"));`)
    this
      .addSql(`create table if not exists "client_category" ("id" text not null, "name" text not null, ${SOURCE}, "as_of" timestamptz null,
      ${STAMPS}, constraint "client_category_pkey" primary key ("id"));`)
    this.addSql(`create table if not exists "legal_entity_category" ("id" text not null, "legal_entity_id" text not null,
      "client_category_id" text not null, ${SOURCE}, ${STAMPS}, constraint "legal_entity_category_pkey" primary key ("id"));`)
    this.addSql(`create table if not exists "delivery_point" ("id" text not null, "legal_entity_id" text not null,
      "kind" text check ("kind" in ('delivery_point', 'consignee')) not null default 'delivery_point', "name" text not null,
      "address" text null, "contact" text null, "phone" text null, "comment" text null, "is_active" boolean not null default true,
      ${SOURCE}, "as_of" timestamptz null, ${STAMPS}, constraint "delivery_point_pkey" primary key ("id"));`)
    this.addSql(`create table if not exists "manager_assignment" ("id" text not null, "legal_entity_id" text null, "holding_id" text null,
      "user_id" text null, "role" text check ("role" in ('manager', 'assistant')) not null default 'manager', ${SOURCE},
      "external_id" text null, "manager_name" text null, "manager_email" text null, "as_of" timestamptz null, ${STAMPS},
      constraint "manager_assignment_pkey" primary key ("id"),
      constraint "manager_assignment_client" check (num_nonnulls("legal_entity_id", "holding_id") = 1),
      constraint "manager_assignment_person" check (num_nonnulls("user_id", "external_id", "manager_email") > 0));`)
    this
      .addSql(`create table if not exists "consent" ("id" text not null, "employee_id" text null, "email" text null, "purpose" text not null,
      "document_version" text not null, "given_at" timestamptz not null, "ip" text null, "user_agent" text null, ${STAMPS},
      constraint "consent_pkey" primary key ("id"), constraint "consent_person" check (num_nonnulls("employee_id", "email") > 0));`)
  }

  private addIndexes(): void {
    TABLES.forEach((table) => this.addIndex(`IDX_${table}_deleted_at`, table, `"deleted_at"`))
    this.addIndex("IDX_legal_entity_head", "legal_entity", `"holding_id"`, { unique: true, where: "is_head AND deleted_at IS NULL" })
    this.addIndex("IDX_bank_account_unique", "bank_account", `"legal_entity_id", "bic", "account"`, { unique: true })
    this.addIndex("IDX_client_category_name", "client_category", `"name", "id"`)
    this.addIndex("IDX_legal_entity_category_unique", "legal_entity_category", `"legal_entity_id", "client_category_id"`, { unique: true })
    this.addIndex("IDX_legal_entity_category_client_category_id", "legal_entity_category", `"client_category_id"`)
    this.addIndex("IDX_delivery_point_legal_entity", "delivery_point", `"legal_entity_id", "name", "id"`)
    this.addIndex("IDX_manager_assignment_user", "manager_assignment", `"user_id", "legal_entity_id", "holding_id"`)
    this.addIndex("IDX_manager_assignment_legal_entity", "manager_assignment", `"legal_entity_id", "user_id"`)
    this.addIndex("IDX_manager_assignment_holding", "manager_assignment", `"holding_id", "user_id"`)
    this.addIndex("IDX_manager_assignment_email", "manager_assignment", `"manager_email"`, {
      where: "user_id IS NULL AND deleted_at IS NULL",
    })
    this.addIndex("IDX_consent_employee", "consent", `"employee_id", "given_at"`)
    this.addIndex("IDX_consent_email", "consent", `"email", "given_at"`)
  }

  private addIndex(name: string, table: string, columns: string, options: { unique?: boolean; where?: string } = {}): void {
    const kind = options.unique ? "UNIQUE INDEX" : "INDEX"
    this.addSql(`CREATE ${kind} IF NOT EXISTS "${name}" ON "${table}" (${columns}) WHERE ${options.where ?? "deleted_at IS NULL"};`)
  }

  private addReferences(): void {
    this.addReference("bank_account", "legal_entity")
    this.addReference("legal_entity_category", "legal_entity")
    this.addReference("legal_entity_category", "client_category")
    this.addReference("delivery_point", "legal_entity")
    this.addReference("manager_assignment", "legal_entity")
    this.addReference("manager_assignment", "holding")
  }

  private addReference(table: string, target: string): void {
    const name = `${table}_${target}_id_foreign`
    this.addSql(`alter table if exists "${table}" drop constraint if exists "${name}";`)
    this.addSql(
      `alter table if exists "${table}" add constraint "${name}" foreign key ("${target}_id") references "${target}" ("id") on update cascade;`
    )
  }
}
