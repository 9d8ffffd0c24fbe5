import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Keeps promises and supplies in step until the transaction ends; had before any lock on stock, supplies or demand, lest two wait for each other.
 * Orders share it, and take the lines of supplies one after the other by their row locks (`free-lines.ts`). Whoever changes a supply, or a promise that
 * stands, has it alone: what is released cannot be taken by somebody else before it was promised anew.
 */
export async function lockPromises(trx: Knex.Transaction, mode: "shared" | "alone"): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock${mode === "shared" ? "_shared" : ""}(hashtextextended('kontor.promises', 0))`)
}
