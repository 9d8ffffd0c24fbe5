import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const OF_CART = `select promotion_id from cart_promotion where cart_id = :cart_id and deleted_at is null`

const PROMOTIONS = `select id from promotion where id in (${OF_CART}) and "limit" is not null order by id for update`

const BUDGETS = `
  select b.id from promotion_campaign_budget b
  where b.deleted_at is null and b.campaign_id in (select p.campaign_id from promotion p where p.id in (${OF_CART}))
  order by b.id for update`

/**
 * Makes who places a cart with a promotion that may be used up wait for others who do, so that what is reckoned of it holds until the order is there. In the order in which
 * Medusa locks them itself: promotions before budgets, each by id.
 */
export async function lockPromotions(trx: Knex.Transaction, cartId: string): Promise<void> {
  await trx.raw(PROMOTIONS, { cart_id: cartId })
  await trx.raw(BUDGETS, { cart_id: cartId })
}
