import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STAMPS = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const TABLES = ["employee_membership", "employee", "contract", "supplier_entity", "legal_entity", "holding"]

/** Holdings, legal and supplier entities, contracts and people. Written by hand for the `date` columns of a contract. */
export class Migration20261121120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "holding" ("id" text not null, "name" text not null, "code" text null, "as_of" timestamptz null,
      ${STAMPS}, constraint "holding_pkey" primary key ("id"));`)
    this
      .addSql(`create table if not exists "legal_entity" ("id" text not null, "holding_id" text null, "is_head" boolean not null default false,
      "name" text not null, "official_name" text null, "inn" text null, "kpp" text null, "address" text null,
      "state" text check ("state" in ('applied', 'under_review', 'active', 'blocked', 'closed')) not null default 'applied',
      "as_of" timestamptz null, ${STAMPS}, constraint "legal_entity_pkey" primary key ("id"));`)
    this.addSql(`create table if not exists "supplier_entity" ("id" text not null, "name" text not null, "inn" text null, "kpp" text null,
      "as_of" timestamptz null, ${STAMPS}, constraint "supplier_entity_pkey" primary key ("id"));`)
    this.addSql(`create table if not exists "contract" ("id" text not null, "number" text not null, "legal_entity_id" text not null,
      "supplier_entity_id" text not null, "price_type_id" text null, "currency_code" text not null, "starts_on" date null, "ends_on" date null,
      "payment_terms" text null, "state" text check ("state" in ('active', 'blocked', 'closed')) not null default 'active',
      "as_of" timestamptz null, ${STAMPS}, constraint "contract_pkey" primary key ("id"));`)
    this.addSql(`create table if not exists "employee" ("id" text not null, "name" text not null, "email" text not null, "phone" text null,
      "role" text check ("role" in ('superuser', 'privileged', 'ordinary')) not null default 'ordinary',
      "state" text check ("state" in ('active', 'blocked')) not null default 'active', "tokens_valid_from" timestamptz null,
      "active_contract_id" text null, ${STAMPS}, constraint "employee_pkey" primary key ("id"));`)
    this
      .addSql(`create table if not exists "employee_membership" ("id" text not null, "employee_id" text not null, "legal_entity_id" text not null,
      "is_default" boolean not null default false, ${STAMPS}, constraint "employee_membership_pkey" primary key ("id"));`)
    this.addIndexes()
    this.addReferences()
  }

  override async down(): Promise<void> {
    TABLES.forEach((table) => this.addSql(`drop table if exists "${table}" cascade;`))
  }

  private addIndexes(): void {
    TABLES.forEach((table) => this.addIndex(`IDX_${table}_deleted_at`, table, `"deleted_at"`))
    this.addIndex("IDX_legal_entity_holding_id", "legal_entity", `"holding_id"`)
    this.addIndex("IDX_legal_entity_inn", "legal_entity", `"inn"`)
    this.addIndex("IDX_legal_entity_name", "legal_entity", `"name", "id"`)
    this.addIndex("IDX_contract_legal_entity_id", "contract", `"legal_entity_id"`)
    this.addIndex("IDX_contract_supplier_entity_id", "contract", `"supplier_entity_id"`)
    this.addIndex("IDX_contract_price_type_id", "contract", `"price_type_id"`)
    this.addIndex("IDX_employee_email_unique", "employee", `"email"`, { unique: true })
    this.addIndex("IDX_employee_membership_employee_id", "employee_membership", `"employee_id"`)
    this.addIndex("IDX_employee_membership_legal_entity_id", "employee_membership", `"legal_entity_id"`)
    this.addIndex("IDX_employee_membership_unique", "employee_membership", `"employee_id", "legal_entity_id"`, { unique: true })
    this.addIndex("IDX_employee_membership_default", "employee_membership", `"employee_id"`, {
      unique: true,
      where: "is_default AND deleted_at IS NULL",
    })
  }

  private addIndex(name: string, table: string, columns: string, options: { unique?: boolean; where?: string } = {}): void {
    const kind = options.unique ? "UNIQUE INDEX" : "INDEX"
    this.addSql(`CREATE ${kind} IF NOT EXISTS "${name}" ON "${table}" (${columns}) WHERE ${options.where ?? "deleted_at IS NULL"};`)
  }

  private addReferences(): void {
    this.addReference("legal_entity", "holding", "on delete set null")
    this.addReference("contract", "legal_entity")
    this.addReference("contract", "supplier_entity")
    this.addReference("employee_membership", "employee")
    this.addReference("employee_membership", "legal_entity")
  }

  private addReference(table: string, target: string, onDelete = ""): void {
    const name = `${table}_${target}_id_foreign`
    this.addSql(`alter table if exists "${table}" drop constraint if exists "${name}";`)
    this.addSql(
      `alter table if exists "${table}" add constraint "${name}" foreign key ("${target}_id") references "${target}" ("id") on update cascade ${onDelete};`
    )
  }
}
