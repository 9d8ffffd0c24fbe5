import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Keeps rules of prices and the goods they aim at in step. Both locks last as long as the transaction, and are taken in this order.
 *
 * - "goods": whoever says which goods there are and which traits they have. Loads and product events share it; a rule that brings a new trait,
 *   and an assortment that is made (`visibility/make-assortment.ts`), have it for themselves. Otherwise a product that comes in just then would be found by neither.
 * - "rules": whoever writes adjustments or prices of contracts, one at a time: traits that nobody aims at are forgotten, and must not be
 *   the ones that somebody is about to aim at.
 */
export async function lockGoodsOfRules(db: Knex, mode: "shared" | "alone"): Promise<void> {
  await db.raw(`select pg_advisory_xact_lock${mode === "shared" ? "_shared" : ""}(hashtextextended('kontor.price-traits', 0))`)
}

/** See {@link lockGoodsOfRules}: the first lock is had before the second in every case, lest two wait for each other. */
export async function lockPriceRules(trx: Knex): Promise<void> {
  await lockGoodsOfRules(trx, "shared")
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('kontor.price-rules', 0))`)
}
