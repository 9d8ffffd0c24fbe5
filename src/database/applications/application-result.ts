import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What came of an application. */
export interface ApplicationResult {
  legal_entity_id: string | null
  holding_id: string | null
  employee_id: string | null
}

const SET = `
  update application a set legal_entity_id = :legal_entity_id, holding_id = :holding_id, employee_id = :employee_id, updated_at = now()
  from (select id, legal_entity_id, holding_id, employee_id from application where id = :id for update) former
  where a.id = former.id
  returning former.legal_entity_id, former.holding_id, former.employee_id`

/** Keeps what came of an application, and gives what stood there before. */
export async function setApplicationResult(db: Knex, input: ApplicationResult & { id: string }): Promise<ApplicationResult | null> {
  const { rows } = await db.raw<{ rows: ApplicationResult[] }>(SET, { ...input })
  return rows[0] ?? null
}
