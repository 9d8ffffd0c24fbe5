import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
select o.id
from "order" o
join order_legal_entity ole on ole.order_id = o.id and ole.deleted_at is null
where o.customer_id = :customer_id and not (ole.legal_entity_id = any(:visible_entity_ids))`

/** Orders the dealer once placed for entities he no longer works for. Nearly always none. */
export async function listLostOrderIds(db: Knex, input: { customer_id: string; visible_entity_ids: string[] }): Promise<string[]> {
  const result = await db.raw<{ rows: { id: string }[] }>(SQL, input)
  return result.rows.map((row) => row.id)
}
