import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
select count(*)::int as count
from contract c
join legal_entity le on le.id = c.legal_entity_id and le.deleted_at is null
where c.deleted_at is null and le.id = any(:legal_entity_ids)`

/** How many contracts `listContractsOfEntities` would list without a limit. */
export async function countContractsOfEntities(db: Knex, input: { legal_entity_ids: string[] }): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(SQL, input)
  return rows[0]?.count ?? 0
}
