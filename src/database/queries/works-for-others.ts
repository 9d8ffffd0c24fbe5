import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { clientOfManager, type ManagerScope } from "./client-of-manager"

const SQL = `
  select 1
  from employee_membership m
  join legal_entity le on le.id = m.legal_entity_id and le.deleted_at is null
  where m.employee_id = :employee_id and m.deleted_at is null and ${clientOfManager("le")} is not true
  limit 1`

/** Whether the person also works for an entity that is no client of the manager. */
export async function worksForOthers(db: Knex, input: { employee_id: string; scope: ManagerScope }): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(SQL, { employee_id: input.employee_id, ...input.scope })
  return rows.length > 0
}
