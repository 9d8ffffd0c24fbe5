import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type FreedDemand, type FreedShelf, shareFreed } from "../../modules/supply/rules/share-freed"
import { reserveStock } from "../ordering/reserve-stock"
import { holdServed } from "../reservations/hold-served"
import { lockReservations } from "../reservations/lock-reservations"
import { endWaiting } from "./end-waiting"
import { lockPromises } from "./lock-promises"
import { repromise } from "./repromise"

const IS_ANYTHING_FREED = `select exists (select from freed_stock) as is_any`

/** All that was put down: what nobody may have is free for whoever orders next. */
const TAKE = `delete from freed_stock returning inventory_item_id, location_id, quantity`

/** No more than was freed, and than is free still. In the order in which orders lock stock (`lock-stock.ts`). */
const SHELVES = `
  with freed as materialized (
    select inventory_item_id, location_id, sum(quantity) as quantity
    from unnest(cast(:items as text[]), cast(:locations as text[]), cast(:quantities as numeric[])) as f (inventory_item_id, location_id, quantity)
    group by 1, 2
  ),
  level as materialized (
    select l.inventory_item_id, l.location_id, l.stocked_quantity - l.reserved_quantity as free
    from inventory_level l
    where l.deleted_at is null and (l.inventory_item_id, l.location_id) in (select inventory_item_id, location_id from freed)
    order by l.id for update of l
  )
  select inventory_item_id, location_id, trim_scale(trunc(least(freed.quantity, level.free), 6))::text as quantity
  from freed join level using (inventory_item_id, location_id) where level.free > 0`

/**
 * Who waits for these goods under an order that holds its goods: not one whose reservation is over or was never to be, nor one that has left or was
 * cancelled. Locations are those of its sales channel that its contract draws from. One value of JSON, as in `open-demands.ts`.
 */
const DEMANDS = `
  with asked as materialized (
    select distinct e.key, v.id as variant_id
    from unnest(cast(:items as text[])) as f (item)
    join product_variant_inventory_item i on i.inventory_item_id = f.item and i.deleted_at is null
    join product_variant v on v.id = i.variant_id and v.manage_inventory and v.deleted_at is null
    join catalog_entry e on e.variant_id = v.id
  ),
  part as materialized (
    select asked.key, json_agg(json_build_object('inventory_item_id', i.inventory_item_id, 'required', trim_scale(i.required_quantity::numeric)::text)
      order by i.inventory_item_id) as items
    from asked join product_variant_inventory_item i on i.variant_id = asked.variant_id and i.deleted_at is null group by 1
  ),
  waiting as materialized (
    select d.id, d.place, d.order_id, d.order_line_id, d.entry_key, d.contract_id, o.sales_channel_id, d.quantity - d.served as quantity
    from asked join demand d on d.entry_key = asked.key and d.quantity > d.served
    join order_reservation r on r.order_id = d.order_id and r.state = 'held'
    join "order" o on o.id = d.order_id and o.canceled_at is null and o.deleted_at is null
    left join order_state s on s.order_id = d.order_id and s.deleted_at is null
    where not coalesce(s.is_cancelled or s.shipped_on is not null, false)
  ),
  drawn as materialized (
    select w.contract_id, w.sales_channel_id, json_agg(link.stock_location_id) as locations
    from (select distinct contract_id, sales_channel_id from waiting) w
    join contract c on c.id = w.contract_id
    join sales_channel_stock_location link on link.sales_channel_id = w.sales_channel_id and link.deleted_at is null
      and (cardinality(c.warehouse_ids) = 0 or link.stock_location_id = any(c.warehouse_ids))
    group by 1, 2
  )
  select coalesce(json_agg(told), '[]') as told
  from (
    select w.id, w.order_id, w.order_line_id, trim_scale(w.quantity)::text as quantity, part.items, drawn.locations
    from waiting w join part on part.key = w.entry_key
    join drawn on drawn.contract_id = w.contract_id and drawn.sales_channel_id = w.sales_channel_id
    order by w.place, w.id
  ) told`

interface WaitingForStock extends FreedDemand {
  order_id: string
  order_line_id: string
}

/**
 * Shares out what orders have given up of stock: reserves it for who waits for these goods, who asked first before the others, promised for later or not at all;
 * what they were promised goes to whoever waits behind them. Takes promises, reservations and stock in the order in which all do. Asked again it does nothing.
 *
 * @returns how many demands got something
 */
export async function serveFreed(trx: Knex.Transaction, { now }: { now: string }): Promise<number> {
  const { rows: found } = await trx.raw<{ rows: { is_any: boolean }[] }>(IS_ANYTHING_FREED)
  if (!found[0]?.is_any) {
    return 0
  }
  await lockPromises(trx, "alone")
  await lockReservations(trx, "shared")
  const { rows: freed } = await trx.raw<{ rows: FreedShelf[] }>(TAKE)
  const items = freed.map(({ inventory_item_id }) => inventory_item_id)
  const { rows } = await trx.raw<{ rows: { told: WaitingForStock[] }[] }>(DEMANDS, { items })
  const demands = rows[0]?.told ?? []
  if (demands.length === 0) {
    return 0
  }
  const { rows: shelves } = await trx.raw<{ rows: FreedShelf[] }>(SHELVES, {
    items,
    locations: freed.map(({ location_id }) => location_id),
    quantities: freed.map(({ quantity }) => quantity),
  })
  const demandOf = new Map(demands.map((demand) => [demand.id, demand]))
  const served = shareFreed(demands, shelves).flatMap(({ id, ...share }) => {
    const demand = demandOf.get(id)
    return demand ? [{ id, order_id: demand.order_id, order_line_id: demand.order_line_id, ...share }] : []
  })
  if (served.length === 0) {
    return 0
  }
  await endWaiting(
    trx,
    served.map(({ id, order_id, quantity }) => ({ id, order_id, quantity })),
    "stock_freed"
  )
  await holdServed(trx, { demand_ids: served.map(({ id }) => id), now })
  await reserveStock(
    trx,
    served.flatMap(({ order_line_id: line_id, taken }) => taken.map((part) => ({ line_id, ...part, allow_backorder: false })))
  )
  await repromise(trx, { released: [], day: today() })
  return served.length
}
