import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface CartSight {
  cart_id: string
  /** Who asks. */
  customer_id: string
  /** Entities in whose name his own cart may stand. */
  own_entity_ids: string[]
  /** Entities whose people's carts he may use too. */
  colleague_entity_ids: string[]
}

const SQL = `
select 1
from cart
left join cart_contract cc on cc.cart_id = cart.id and cc.deleted_at is null
left join contract c on c.id = cc.contract_id
where cart.id = :cart_id and cart.deleted_at is null and (
  cart.customer_id = :customer_id and (cc.contract_id is null or c.legal_entity_id = any(:own_entity_ids))
  or c.legal_entity_id = any(:colleague_entity_ids))
limit 1`

/** Whether a cart is the dealer's own, under no contract or one in his sight, or a colleague's under a contract of an entity he may use carts of. */
export async function isCartInScope(db: Knex, sight: CartSight): Promise<boolean> {
  const result = await db.raw<{ rows: unknown[] }>(SQL, { ...sight })
  return result.rows.length > 0
}
