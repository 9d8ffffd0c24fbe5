import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface LockedCart {
  id: string
  customer_id: string | null
  email: string | null
  sales_channel_id: string | null
  currency_code: string
  is_completed: boolean
  /** The order this cart became; null while it is open. */
  order_id: string | null
  /** The contract it is priced under; null for a cart that nobody has tied to one. */
  contract_id: string | null
}

const LOCK = `
  select id, customer_id, email, sales_channel_id, currency_code, completed_at is not null as is_completed
  from cart where id = ? and deleted_at is null for update`

const SKIP = " skip locked"

const TIES = `
  select
    (select order_id from order_cart where cart_id = :id and deleted_at is null limit 1) as order_id,
    (select contract_id from cart_contract where cart_id = :id and deleted_at is null limit 1) as contract_id`

/**
 * Takes the row lock under which a cart is written or placed; null when there is no such cart. The ties are read by a second statement:
 * the first one may have waited, and what it would join was seen before the wait.
 *
 * @param wait false gives null at once where another holds the lock
 */
export async function lockCart(trx: Knex.Transaction, cartId: string, { wait = true } = {}): Promise<LockedCart | null> {
  const locked = await trx.raw<{ rows: Omit<LockedCart, "order_id" | "contract_id">[] }>(wait ? LOCK : LOCK + SKIP, [cartId])
  const [cart] = locked.rows
  if (!cart) {
    return null
  }
  const ties = await trx.raw<{ rows: Pick<LockedCart, "order_id" | "contract_id">[] }>(TIES, { id: cartId })
  return { ...cart, order_id: ties.rows[0]?.order_id ?? null, contract_id: ties.rows[0]?.contract_id ?? null }
}
