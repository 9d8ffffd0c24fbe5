import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { reservationsOf } from "./due-reservations"
import { lockReservations } from "./lock-reservations"
import { releaseStock } from "./release-stock"

/** Frees what Medusa's edit of an order has reserved although the order holds nothing. Asked again it does nothing. */
export async function releaseUnheld(trx: Knex.Transaction, { order_id }: { order_id: string }): Promise<void> {
  await lockReservations(trx, "alone")
  const [reservation] = await reservationsOf(trx, [order_id])
  if (reservation && reservation.state !== "held" && reservation.state !== "leaving") {
    await releaseStock(trx, [order_id])
  }
}
