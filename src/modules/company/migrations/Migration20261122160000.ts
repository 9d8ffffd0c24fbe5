import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const CONSENTS = [
  ["IDX_consent_employee_unique", "employee_id", `"deleted_at" is null`],
  ["IDX_consent_email_unique", "email", `"employee_id" is null and "deleted_at" is null`],
] as const

const ASSIGNMENTS = [
  ["IDX_manager_assignment_legal_entity_unique", "legal_entity_id"],
  ["IDX_manager_assignment_holding_unique", "holding_id"],
] as const

/** A person agrees to a version once, and a client is given to a user once: two requests at the same moment made two rows of it. */
export class Migration20261122160000 extends Migration {
  override async up(): Promise<void> {
    for (const [name, person, where] of CONSENTS) {
      this.keepFirst("consent", [person, "purpose", "document_version"], where, "given_at")
      this.addSql(`create unique index if not exists "${name}" on "consent" ("${person}", "purpose", "document_version") where ${where};`)
    }
    for (const [name, client] of ASSIGNMENTS) {
      const where = `"source" = 'portal' and "deleted_at" is null`
      this.keepFirst("manager_assignment", [client, "user_id", "role"], where, "created_at")
      this.addSql(`create unique index if not exists "${name}" on "manager_assignment" ("${client}", "user_id", "role") where ${where};`)
    }
  }

  override async down(): Promise<void> {
    ;[...CONSENTS, ...ASSIGNMENTS].forEach(([name]) => this.addSql(`drop index if exists "${name}";`))
  }

  /** Of rows that are there more than once the eldest stays. */
  private keepFirst(table: string, columns: string[], where: string, moment: string): void {
    const named = columns.map((column) => `"${column}"`)
    this.addSql(`delete from "${table}" where "id" in (
      select "id" from (
        select "id", row_number() over (partition by ${named.join(", ")} order by "${moment}", "id") as "place"
        from "${table}" where ${where} and ${named.map((column) => `${column} is not null`).join(" and ")}) t
      where "place" > 1);`)
  }
}
