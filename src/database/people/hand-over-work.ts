import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface HandOver {
  from_customer_id: string
  to_customer_id: string
  to_email: string
  /** Entities the receiver works for: work of others stays where it is. */
  entity_ids: string[]
}

export interface HandedOver {
  cart_ids: string[]
  order_ids: string[]
}

const CARTS = `
  update cart set customer_id = :to_customer_id, email = :to_email, updated_at = now()
  where customer_id = :from_customer_id and completed_at is null and deleted_at is null and id in (
    select t.cart_id from cart_contract t join contract c on c.id = t.contract_id
    where t.deleted_at is null and c.legal_entity_id = any(cast(:entity_ids as text[])))
  returning id`

const ORDERS = `
  update "order" set customer_id = :to_customer_id, updated_at = now()
  where customer_id = :from_customer_id and deleted_at is null and id in (
    select l.order_id from order_legal_entity l where l.deleted_at is null and l.legal_entity_id = any(cast(:entity_ids as text[])))
  returning id`

/** Makes the open carts and the orders of one person those of another. Who placed an order stays in its metadata. */
export async function handOverWork(trx: Knex.Transaction, input: HandOver): Promise<HandedOver> {
  const carts = await trx.raw<{ rows: { id: string }[] }>(CARTS, { ...input })
  const orders = await trx.raw<{ rows: { id: string }[] }>(ORDERS, { ...input })
  return { cart_ids: carts.rows.map(({ id }) => id), order_ids: orders.rows.map(({ id }) => id) }
}

/** Gives back exactly what was handed over. */
export async function takeWorkBack(trx: Knex.Transaction, work: HandedOver & { customer_id: string; email: string }): Promise<void> {
  const { cart_ids, order_ids, customer_id, email } = work
  await trx.raw(`update cart set customer_id = :customer_id, email = :email where id = any(cast(:cart_ids as text[]))`, {
    cart_ids,
    customer_id,
    email,
  })
  await trx.raw(`update "order" set customer_id = :customer_id where id = any(cast(:order_ids as text[]))`, { order_ids, customer_id })
}
