import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lastsAsLong, termFrom } from "../../modules/supply/rules/reservation-term"
import { reservationsOf } from "./due-reservations"
import { lockReservations } from "./lock-reservations"
import { logReservationChanges, type ReservationPlace, writeReservations } from "./write-reservations"

const ORDERS = `select distinct order_id from demand where id = any(cast(:demand_ids as text[]))`

/**
 * Goods that orders waited for are held for them, whatever is held of them else: the term begins anew, and ends no earlier than
 * it would have. What has left stays so. It is logged, and the ERP is told, of which it is not the doing.
 */
export async function holdServed(trx: Knex.Transaction, { demand_ids, now }: { demand_ids: string[]; now: string }): Promise<void> {
  await lockReservations(trx, "shared")
  const { rows } = await trx.raw<{ rows: { order_id: string }[] }>(ORDERS, { demand_ids })
  const reservations = await reservationsOf(
    trx,
    rows.map(({ order_id }) => order_id)
  )
  const places = reservations.flatMap((reservation): ReservationPlace[] => {
    const { order_id, state, held_since, status, erp_status, renewed } = reservation
    const term = termFrom(now, reservation, status ?? erp_status)
    const isLonger = state === "held" && held_since !== null && lastsAsLong(reservation, term)
    return state === "leaving" || isLonger
      ? []
      : [{ order_id, state: "held", ...term, leaving_since: null, end_reason: null, held_since: now, erp_status, renewed }]
  })
  await writeReservations(trx, places)
  const begun = new Map(places.map(({ order_id, reserved_until }) => [order_id, reserved_until]))
  await logReservationChanges(
    trx,
    reservations.map(({ order_id, reserved_until }) => {
      const until = begun.get(order_id)
      return { order_id, kind: "held", reserved_until: until === undefined ? reserved_until : until }
    })
  )
}
