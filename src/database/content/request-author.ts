import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Who asked for content, as he is written to. */
export interface RequestAuthor {
  name: string
  email: string
}

/** Null for one who may not sign in any more. */
export async function requestAuthor(db: Knex, { employee_id }: { employee_id: string }): Promise<RequestAuthor | null> {
  const { rows } = await db.raw<{ rows: RequestAuthor[] }>(
    `select e.name, e.email from employee e where e.id = :employee_id and e.state = 'active' and e.deleted_at is null`,
    { employee_id }
  )
  return rows[0] ?? null
}
