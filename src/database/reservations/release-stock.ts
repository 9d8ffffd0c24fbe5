import type { BigNumberInput } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import { IS_OWN, IS_SETTLED } from "./has-left"
import { leftOfCancelled } from "./left-of-cancelled"
import { takeOff } from "./take-off"

/** Where goods lie. */
interface StockPlace {
  inventory_item_id: string
  location_id: string
}

/** Goods that were held for an order. */
export interface ReleasedItem extends StockPlace {
  order_id: string
  quantity: string
}

/** What of a reservation is let go of; of all of it the whole quantity. */
export interface HeldItem extends ReleasedItem {
  id: string
  /** Whether no ERP tells of the stock of the warehouse. */
  is_own: boolean
}

/**
 * Reservations of the lines that the orders have or have had, each line once however many versions of its order name it. With what {@link IS_SETTLED}
 * reads of them.
 */
const HELD = `
  with line as (select distinct order_id, item_id from order_item where order_id = any(cast(:order_ids as text[])) and deleted_at is null)
  select ri.id, r.order_id, ri.inventory_item_id, ri.location_id, ri.quantity::text as quantity, ${IS_OWN} as is_own
  from line
  join order_reservation r on r.order_id = line.order_id
  join reservation_item ri on ri.line_item_id = line.item_id and ri.deleted_at is null
  left join order_state s on s.order_id = r.order_id and s.deleted_at is null
  left join stock_freshness f on f.location_id = ri.location_id`

/** As long as it takes Medusa to cancel an order, which releases the goods before it says so. */
const CANCELLING = `interval '10 minutes'`

/** Goods that Medusa has released already. */
interface FormerItem extends ReleasedItem {
  is_own: boolean
  /** Of an order that was cancelled here although something of this was shipped. */
  may_have_left: boolean
}

/** What of the orders Medusa has released already: its count is put right too. What it released as it cancelled the order is told with its quantity. */
const FORMER = `
  with line as (select distinct order_id, item_id from order_item where order_id = any(cast(:order_ids as text[])) and deleted_at is null)
  select line.order_id, ri.inventory_item_id, ri.location_id,
    sum(case when ri.deleted_at >= o.canceled_at - ${CANCELLING} then ri.quantity else 0 end)::text as quantity, bool_or(${IS_OWN}) as is_own,
    bool_or(o.canceled_at is not null and (s.shipped_on is not null or s.shipped -> li.variant_id is not null)) as may_have_left
  from line join "order" o on o.id = line.order_id join order_line_item li on li.id = line.item_id
  join reservation_item ri on ri.line_item_id = line.item_id and ri.deleted_at is not null
  left join order_state s on s.order_id = o.id and s.deleted_at is null
  group by 1, 2, 3`

/** All that the orders hold, and have held: Medusa marks what it releases. */
const LOCK_ITEMS = `
  with line as (select distinct item_id from order_item where order_id = any(cast(:order_ids as text[])) and deleted_at is null)
  select ri.inventory_item_id, ri.location_id from line join reservation_item ri on ri.line_item_id = line.item_id
  order by ri.id for update of ri`

const PARTS = `unnest(cast(:ids as text[]), cast(:quantities as numeric[])) as p (id, quantity)`

/** Before the others are reduced, which may then hold no more than was let go of. */
const DELETE = `delete from reservation_item ri using ${PARTS} where ri.id = p.id and ri.quantity <= p.quantity`
const REDUCE = `
  update reservation_item ri set quantity = ri.quantity - p.quantity,
    raw_quantity = jsonb_build_object('value', trim_scale(ri.quantity - p.quantity)::text, 'precision', 20), updated_at = now()
  from ${PARTS} where ri.id = p.id and ri.quantity > p.quantity`

/** In the order in which orders lock stock (`lock-stock.ts`). */
const LOCK = `
  select from inventory_level l
  where l.deleted_at is null and (l.inventory_item_id, l.location_id) in (select * from unnest(cast(:items as text[]), cast(:locations as text[])))
  order by l.id for update of l`

/** What is held is what reservations come to, whoever counted before. */
const COUNT = `
  update inventory_level l set reserved_quantity = counted.quantity,
    raw_reserved_quantity = jsonb_build_object('value', trim_scale(counted.quantity)::text, 'precision', 20), updated_at = now()
  from (select distinct * from unnest(cast(:items as text[]), cast(:locations as text[])) as p (item, location)) p
  cross join lateral (
    select coalesce(sum(ri.quantity), 0) as quantity from reservation_item ri
    where ri.inventory_item_id = p.item and ri.location_id = p.location and ri.deleted_at is null) counted
  where l.inventory_item_id = p.item and l.location_id = p.location and l.deleted_at is null`

/**
 * Locks what the orders hold, and its stock: before more than one of the functions below in a transaction. Each of them locks reservations before stock; the second would lock
 * its reservations behind the stock of the first, and stock behind stock of greater ids, and whoever fulfils or orders at that moment may wait for it the other way round.
 */
export async function lockHeld(trx: Knex.Transaction, order_ids: readonly string[]): Promise<void> {
  const { rows } = await trx.raw<{ rows: StockPlace[] }>(LOCK_ITEMS, { order_ids: [...order_ids] })
  await trx.raw(LOCK, placesOf(rows))
}

/**
 * Frees all that the orders hold, under the lock of `lock-reservations.ts`. What was shipped of one that was cancelled is not free: it stays held until its
 * warehouse was told of since, and is taken off the stock that no ERP tells of.
 *
 * @returns what they held and is free now, with what Medusa had released as it cancelled them
 */
export async function releaseStock(trx: Knex.Transaction, order_ids: readonly string[]): Promise<ReleasedItem[]> {
  if (order_ids.length === 0) {
    return []
  }
  const bindings = { order_ids: [...order_ids] }
  const held = await trx.raw<{ rows: HeldItem[] }>(`${HELD} order by ri.id for update of ri`, bindings)
  const former = await trx.raw<{ rows: FormerItem[] }>(FORMER, bindings)
  const left = await leftOfCancelled(trx, order_ids)
  const released = without(
    held.rows,
    left.filter(({ is_settled }) => !is_settled),
    ({ id }) => id
  )
  await drop(trx, released, [...released, ...former.rows])
  const gone = await takeOff(trx, [
    ...left.filter(({ is_settled }) => is_settled),
    ...former.rows.filter(({ may_have_left }) => may_have_left),
  ])
  return without<ReleasedItem>([...released, ...former.rows], gone, ({ order_id, inventory_item_id, location_id }) =>
    [order_id, inventory_item_id, location_id].join(" ")
  )
}

/** What is left of items when others of the same key are taken away from them. */
function without<T extends { quantity: string }>(items: readonly T[], taken: readonly NoInfer<T>[], keyOf: (item: T) => string): T[] {
  const left = new Map<string, BigNumberInput>()
  for (const item of taken) {
    left.set(keyOf(item), MathBN.add(left.get(keyOf(item)) ?? 0, item.quantity))
  }
  return items.flatMap((item) => {
    const away = left.get(keyOf(item))
    if (away === undefined) {
      return [item]
    }
    const rest = MathBN.sub(item.quantity, away)
    left.set(keyOf(item), MathBN.max(0, MathBN.sub(away, item.quantity)))
    return rest.gt(0) ? [{ ...item, quantity: rest.toFixed() }] : []
  })
}

/**
 * Ends holding what has left: goods whose warehouse was told of since, or is told of by nobody and is then taken off here. The rest stays held.
 */
export async function settleLeft(trx: Knex.Transaction, order_ids: readonly string[]): Promise<void> {
  if (order_ids.length === 0) {
    return
  }
  const { rows } = await trx.raw<{ rows: HeldItem[] }>(`${HELD} where ${IS_SETTLED("r.leaving_since")} order by ri.id for update of ri`, {
    order_ids: [...order_ids],
  })
  await letGo(trx, rows)
}

/** Ends holding these goods, or a part of them, since they have left: what no ERP tells the stock of is taken off here. */
export async function letGo(trx: Knex.Transaction, items: HeldItem[]): Promise<void> {
  await drop(trx, items, items)
  await takeOff(trx, items)
}

async function drop(trx: Knex.Transaction, items: HeldItem[], places: StockPlace[]): Promise<void> {
  if (places.length === 0) {
    return
  }
  const parts = { ids: items.map(({ id }) => id), quantities: items.map(({ quantity }) => quantity) }
  await trx.raw(DELETE, parts)
  await trx.raw(REDUCE, parts)
  await trx.raw(LOCK, placesOf(places))
  await trx.raw(COUNT, placesOf(places))
}

const placesOf = (places: StockPlace[]) => ({
  items: places.map(({ inventory_item_id }) => inventory_item_id),
  locations: places.map(({ location_id }) => location_id),
})
