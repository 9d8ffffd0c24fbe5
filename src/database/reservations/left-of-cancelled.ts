import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { IS_OWN } from "./has-left"
import type { HeldItem } from "./release-stock"
import { ROOM } from "./take-off"

/** What an order that was cancelled holds of goods that have left. */
export interface LeftItem extends HeldItem {
  /** Whether its warehouse was told of since, or is told of by nobody; else its figure has the goods still. */
  is_settled: boolean
}

/** What is not told of by item is none of it, where a part was shipped, and all where the whole order was. */
const SQL = `
  with ${ROOM},
  line as (
    select distinct i.order_id, i.item_id, s.as_of, s.shipped_on is not null as is_whole
    from order_item i
    join "order" o on o.id = i.order_id
    join order_state s on s.order_id = o.id and s.deleted_at is null
    where i.order_id = any(cast(:order_ids as text[])) and i.deleted_at is null and (s.is_cancelled or o.canceled_at is not null)
      and (s.shipped_on is not null or s.shipped is not null)
  ),
  held as (
    select ri.id, line.order_id, ri.inventory_item_id, ri.location_id, ri.quantity, ${IS_OWN} as is_own, line.as_of, line.is_whole
    from line join reservation_item ri on ri.line_item_id = line.item_id and ri.deleted_at is null
  ),
  gone as (
    select held.*, case when room.quantity is null then case when held.is_whole then held.quantity else 0 end
      else least(held.quantity, room.quantity - coalesce(sum(held.quantity) over ahead, 0)) end as gone
    from held left join room on room.order_id = held.order_id and room.item = held.inventory_item_id
    window ahead as (partition by held.order_id, held.inventory_item_id order by held.is_own desc, held.id rows between unbounded preceding and 1 preceding)
  )
  select gone.id, gone.order_id, gone.inventory_item_id, gone.location_id, gone.gone::text as quantity, gone.is_own,
    gone.is_own or coalesce(f.as_of >= gone.as_of, true) as is_settled
  from gone left join stock_freshness f on f.location_id = gone.location_id
  where gone.gone > 0
  order by gone.is_own desc, gone.id`

/**
 * What of these orders was shipped before they were cancelled, and is held still: it is not free, whatever becomes of the rest. Of orders that stand nothing is told. Under
 * the locks on their reservations.
 */
export async function leftOfCancelled(trx: Knex.Transaction, order_ids: readonly string[]): Promise<LeftItem[]> {
  const { rows } = await trx.raw<{ rows: LeftItem[] }>(SQL, { order_ids: [...order_ids] })
  return rows
}
