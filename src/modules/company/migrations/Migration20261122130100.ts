import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const OWNED = [
  ["legal_entity", "state_source"],
  ["employee", "source"],
  ["employee_membership", "source"],
] as const

/** Who set the state of an entity and who brought in a person or tied him to an entity: the ERP takes back only what it said itself. */
export class Migration20261122130100 extends Migration {
  override async up(): Promise<void> {
    for (const [table, column] of OWNED) {
      this.addSql(`alter table if exists "${table}"
        add column if not exists "${column}" text check ("${column}" in ('erp', 'portal')) not null default 'portal';`)
    }
    this.addSql(`update "legal_entity" set "state_source" = 'erp' where "source" = 'erp';`)
  }

  override async down(): Promise<void> {
    for (const [table, column] of OWNED) {
      this.addSql(`alter table if exists "${table}" drop column if exists "${column}";`)
    }
  }
}
