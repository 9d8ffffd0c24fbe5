import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
select o.id
from "order" o
join order_legal_entity ole on ole.order_id = o.id and ole.deleted_at is null
where o.customer_id = :customer_id and not (ole.legal_entity_id = any(:entity_ids))`

/** Orders the dealer placed for entities that his right to look at orders does not reach (any more). Nearly always none. */
export async function listLostOrderIds(db: Knex, input: { customer_id: string; entity_ids: string[] }): Promise<string[]> {
  const result = await db.raw<{ rows: { id: string }[] }>(SQL, input)
  return result.rows.map((row) => row.id)
}
