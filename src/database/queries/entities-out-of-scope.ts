import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { clientOfManager, type ManagerScope } from "./client-of-manager"

const SQL = `
  select asked.id
  from unnest(cast(:ids as text[])) as asked (id)
  where not exists (select from legal_entity le where le.id = asked.id and le.deleted_at is null and ${clientOfManager("le")})`

/** Which of these legal entities are no clients of the manager, or none at all. */
export async function entitiesOutOfScope(db: Knex, input: { ids: string[]; scope: ManagerScope }): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(SQL, { ids: input.ids, ...input.scope })
  return rows.map(({ id }) => id)
}
