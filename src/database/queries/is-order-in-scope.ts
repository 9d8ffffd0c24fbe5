import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** An order without a legal entity was placed by other means than a dealer's; only the customer it names sees it. */
const SQL = `
select 1
from "order" o
left join order_legal_entity ole on ole.order_id = o.id and ole.deleted_at is null
where o.id = :order_id and o.deleted_at is null
  and case when ole.legal_entity_id is null then o.customer_id = :customer_id else ole.legal_entity_id = any(:visible_entity_ids) end
limit 1`

/** Whether an order belongs to an entity that the dealer sees. */
export async function isOrderInScope(
  db: Knex,
  input: { order_id: string; customer_id: string; visible_entity_ids: string[] }
): Promise<boolean> {
  const result = await db.raw<{ rows: unknown[] }>(SQL, input)
  return result.rows.length > 0
}
