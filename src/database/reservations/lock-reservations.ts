import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Keeps what orders hold in step until the transaction ends; had after the lock on promises and before any on reservations and stock. Shared by loads
 * that tell states of orders, and by promises that are served: they only add. Whoever ends, prolongs or renews reservations has it alone, so that
 * nothing expires while its shipment is being loaded, and nothing is released or reserved twice.
 */
export async function lockReservations(trx: Knex.Transaction, mode: "shared" | "alone"): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock${mode === "shared" ? "_shared" : ""}(hashtextextended('kontor.reservations', 0))`)
}
