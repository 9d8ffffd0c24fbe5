import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const OF_ORDER = `ri.line_item_id in (select item_id from order_item where order_id = :order_id and deleted_at is null) and ri.deleted_at is null`

/** Reservations before stock, and stock in the order in which orders lock it (`lock-stock.ts`). */
const LOCKS = [
  `select from reservation_item ri where ${OF_ORDER} order by ri.id for update of ri`,
  `select from inventory_level l
   where l.deleted_at is null and (l.inventory_item_id, l.location_id) in (select ri.inventory_item_id, ri.location_id from reservation_item ri where ${OF_ORDER})
   order by l.id for update of l`,
]

const DROP = `
  with gone as (delete from reservation_item ri where ${OF_ORDER} returning ri.inventory_item_id, ri.location_id, ri.quantity),
  freed as (select inventory_item_id, location_id, sum(quantity) as quantity from gone group by 1, 2)
  update inventory_level l set reserved_quantity = l.reserved_quantity - f.quantity,
    raw_reserved_quantity = jsonb_build_object('value', trim_scale(l.reserved_quantity - f.quantity)::text, 'precision', 20), updated_at = now()
  from freed f where l.inventory_item_id = f.inventory_item_id and l.location_id = f.location_id and l.deleted_at is null`

/** Lets go of all that the lines of a new order hold, whoever reserved it, before it is allocated anew. After the lock of `lock-promises.ts`. */
export async function dropReservations(trx: Knex.Transaction, order_id: string): Promise<void> {
  for (const lock of LOCKS) {
    await trx.raw(lock, { order_id })
  }
  await trx.raw(DROP, { order_id })
}
