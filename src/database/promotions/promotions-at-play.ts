import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A promotion that a cart has, or might get without being asked. */
export interface PromotionAtPlay {
  id: string
  /** Null = it is on the cart and there is no such promotion any more. */
  code: string | null
  is_on_cart: boolean
}

const SQL = `
  select c.promotion_id as id, p.code, true as is_on_cart
  from cart_promotion c left join promotion p on p.id = c.promotion_id and p.deleted_at is null
  where c.cart_id = :cart_id and c.deleted_at is null
  union all
  select p.id, p.code, false
  from promotion p
  where p.is_automatic and p.status = 'active' and p.deleted_at is null
    and not exists (select from cart_promotion c where c.cart_id = :cart_id and c.promotion_id = p.id and c.deleted_at is null)`

/**
 * The promotions of a cart and all automatic ones; whether they hold is for Medusa to say. None = promotions are nothing to this cart, and this statement is all that it costs
 * to know it.
 */
export async function promotionsAtPlay(db: Knex, cartId: string): Promise<PromotionAtPlay[]> {
  return (await db.raw<{ rows: PromotionAtPlay[] }>(SQL, { cart_id: cartId })).rows
}
