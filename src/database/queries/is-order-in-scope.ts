import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Reach } from "../../modules/company/rules/reach-of-scope"

/** An order without a legal entity was placed by other means than a dealer's; only the customer it names sees it. */
const SQL = `
select 1
from "order" o
left join order_legal_entity ole on ole.order_id = o.id and ole.deleted_at is null
where o.id = :order_id and o.deleted_at is null and case
  when ole.legal_entity_id is null then o.customer_id = :asker_id
  else ole.legal_entity_id = any(:entity_ids) and (cast(:customer_id as text) is null or o.customer_id = :customer_id) end
limit 1`

/** Whether an order lies within the reach of the dealer; `asker_id` is the customer as whom he signs in. */
export async function isOrderInScope(db: Knex, input: Reach & { order_id: string; asker_id: string }): Promise<boolean> {
  const result = await db.raw<{ rows: unknown[] }>(SQL, { ...input })
  return result.rows.length > 0
}
