import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { clientOfManager, type ManagerScope } from "./client-of-manager"

/** Medusa's own list takes ids, not a condition of ours; the workplace lists what is older. */
export const NEWEST_ORDERS_MAX = 1000

const SQL = `
select o.id
from order_legal_entity ole
join legal_entity le on le.id = ole.legal_entity_id
join "order" o on o.id = ole.order_id and o.deleted_at is null
where ole.deleted_at is null and ${clientOfManager("le")}
order by o.created_at desc, o.id desc
limit ${NEWEST_ORDERS_MAX}`

/** Ids of the newest orders of a manager's clients. */
export async function newestOrdersOfClients(db: Knex, scope: ManagerScope): Promise<string[]> {
  const result = await db.raw<{ rows: { id: string }[] }>(SQL, { ...scope })
  return result.rows.map(({ id }) => id)
}
