import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Who hangs categories elsewhere does so alone, for as long as the transaction: two at once could hang each below the other, and paths that one computes
 * would be those of a tree that the other has changed. Had before goods are locked.
 */
export async function lockCategoryTree(trx: Knex): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('kontor.category-tree', 0))`)
}
