import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lockPurchases } from "./lock-purchases"

const FORGET = `delete from purchase_order where order_id = :order_id`

/**
 * Has what was bought by an order read anew when it is asked for: for whoever takes something out of an order that stays in the version in which it was
 * copied. The last thing that a transaction does: whoever asks what was bought waits for its end, lest he copies what stood before.
 */
export async function forgetPurchases(trx: Knex.Transaction, input: { order_id: string }): Promise<void> {
  await lockPurchases(trx)
  await trx.raw(FORGET, input)
}
