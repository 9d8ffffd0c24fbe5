import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
select (select cart_id from cart_payment_collection where payment_collection_id = :id and deleted_at is null limit 1) as cart_id,
       (select order_id from order_payment_collection where payment_collection_id = :id and deleted_at is null limit 1) as order_id`

/** The cart or order that a payment collection pays for; nulls when the id is unknown. */
export async function paymentCollectionOwner(
  db: Knex,
  input: { id: string }
): Promise<{ cart_id: string | null; order_id: string | null }> {
  const result = await db.raw<{ rows: { cart_id: string | null; order_id: string | null }[] }>(SQL, input)
  return result.rows[0] ?? { cart_id: null, order_id: null }
}
