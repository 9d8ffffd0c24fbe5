import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Search of clients by part of a name, ИНН, person or phone; the expressions are those of `list-clients.ts`. */
export class Migration20261122110030 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create extension if not exists pg_trgm;`)
    this.addIndex(
      "legal_entity_words",
      "legal_entity",
      `lower(translate("name" || ' ' || coalesce("official_name", '') || ' ' || coalesce("inn", ''), 'Ёё', 'Ее'))`
    )
    this.addIndex("employee_words", "employee", `lower(translate("name" || ' ' || "email", 'Ёё', 'Ее'))`)
    this.addIndex("employee_phone_digits", "employee", `regexp_replace(coalesce("phone", ''), '[^0-9]', '', 'g')`)
  }

  override async down(): Promise<void> {
    for (const name of ["legal_entity_words", "employee_words", "employee_phone_digits"]) {
      this.addSql(`drop index if exists "IDX_${name}";`)
    }
  }

  private addIndex(name: string, table: string, expression: string): void {
    this.addSql(`create index if not exists "IDX_${name}" on "${table}" using gin ((${expression}) gin_trgm_ops) where deleted_at is null;`)
  }
}
