import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { reservationsOf } from "./due-reservations"
import { lockReservations } from "./lock-reservations"
import { freedByEdits, noteFreed } from "./note-freed"
import { releaseStock } from "./release-stock"

/**
 * After Medusa's edit of an order: frees what it has reserved although the order holds nothing; of one that does, what it gave up is put down for who waits.
 * Asked again it does nothing.
 */
export async function releaseUnheld(trx: Knex.Transaction, { order_id }: { order_id: string }): Promise<void> {
  await lockReservations(trx, "alone")
  const [reservation] = await reservationsOf(trx, [order_id])
  if (!reservation) {
    return
  }
  if (reservation.state !== "held" && reservation.state !== "leaving") {
    await releaseStock(trx, [order_id])
  }
  const freed = await freedByEdits(trx, { order_id })
  await noteFreed(trx, reservation.state === "held" ? freed : [])
}
