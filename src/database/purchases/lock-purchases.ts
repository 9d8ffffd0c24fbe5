import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Keeps others from copying what orders have bought until the transaction ends. */
export async function lockPurchases(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('kontor.purchases', 0))`)
}
