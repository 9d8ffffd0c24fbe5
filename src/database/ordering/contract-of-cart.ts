import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What a cart is priced and stocked by. */
export interface CartTies {
  id: string
  currency_code: string
  sales_channel_id: string | null
  contract_id: string
}

/** The same of a cart that is there already. */
export interface MadeCart extends CartTies {
  customer_id: string | null
  is_completed: boolean
}

const OF_CART = `
  select c.id, c.currency_code, c.sales_channel_id, t.contract_id, c.customer_id, c.completed_at is not null as is_completed
  from cart c join cart_contract t on t.cart_id = c.id and t.deleted_at is null
  where c.id = :id and c.deleted_at is null limit 1`

const OF_ORDER = `
  select contract_id from order_contract where order_id = :id and deleted_at is null
  union all
  select contract_id from draft_contract where order_id = :id
  limit 1`

/** The ties of a cart, read without its lock; null for a cart that belongs to no contract (one of the staff's). */
export async function contractOfCart(db: Knex, cartId: string): Promise<MadeCart | null> {
  const { rows } = await db.raw<{ rows: MadeCart[] }>(OF_CART, { id: cartId })
  return rows[0] ?? null
}

/** The contract an order was placed under, or that staff make it under; null for an order that is of no dealer. */
export async function contractOfOrder(db: Knex, orderId: string): Promise<string | null> {
  const { rows } = await db.raw<{ rows: { contract_id: string }[] }>(OF_ORDER, { id: orderId })
  return rows[0]?.contract_id ?? null
}
