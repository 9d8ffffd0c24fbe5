import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
select 1
from cart
left join cart_contract cc on cc.cart_id = cart.id and cc.deleted_at is null
left join contract c on c.id = cc.contract_id
where cart.id = :cart_id and cart.deleted_at is null and cart.customer_id = :customer_id
  and (cc.contract_id is null or c.legal_entity_id = any(:visible_entity_ids))
limit 1`

/** Whether a cart is the dealer's own and, once it has a contract, that contract belongs to an entity he sees. */
export async function isCartInScope(
  db: Knex,
  input: { cart_id: string; customer_id: string; visible_entity_ids: string[] }
): Promise<boolean> {
  const result = await db.raw<{ rows: unknown[] }>(SQL, input)
  return result.rows.length > 0
}
