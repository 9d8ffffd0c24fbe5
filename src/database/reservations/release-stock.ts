import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Where goods lie. */
interface StockPlace {
  inventory_item_id: string
  location_id: string
}

interface HeldItem extends StockPlace {
  id: string
  /** Whether no ERP tells of the stock of the warehouse. */
  is_own: boolean
  quantity: string
}

/** Reservations of the lines that the orders have or have had, each line once however many versions of its order name it. */
const HELD = `
  with line as (select distinct order_id, item_id from order_item where order_id = any(cast(:order_ids as text[])) and deleted_at is null)
  select ri.id, ri.inventory_item_id, ri.location_id, ri.quantity::text as quantity,
    not exists (select from erp_mapping m where m.kind = 'warehouse' and m.internal_id = ri.location_id) as is_own
  from line
  join order_reservation r on r.order_id = line.order_id
  join reservation_item ri on ri.line_item_id = line.item_id and ri.deleted_at is null
  left join stock_freshness f on f.location_id = ri.location_id`

/** Its warehouse was told of since the ERP has it; of one of which nobody says when it was told of, nothing is waited for. */
const SETTLED = `r.leaving_since is not null and coalesce(f.as_of >= r.leaving_since, true)`

/** What of a cancelled order Medusa has released already: its count is put right too. */
const FORMER = `
  select distinct ri.inventory_item_id, ri.location_id
  from order_item i join reservation_item ri on ri.line_item_id = i.item_id
  where i.order_id = any(cast(:order_ids as text[])) and i.deleted_at is null and ri.deleted_at is not null`

const DELETE = `delete from reservation_item where id = any(cast(:ids as text[]))`

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

const TAKE_OFF = `
  update inventory_level l set stocked_quantity = greatest(l.stocked_quantity - taken.quantity, 0),
    raw_stocked_quantity = jsonb_build_object('value', trim_scale(greatest(l.stocked_quantity - taken.quantity, 0))::text, 'precision', 20), updated_at = now()
  from (
    select item, location, sum(quantity) as quantity
    from unnest(cast(:items as text[]), cast(:locations as text[]), cast(:quantities as numeric[])) as t (item, location, quantity) group by 1, 2
  ) taken
  where l.inventory_item_id = taken.item and l.location_id = taken.location and l.deleted_at is null`

/** Frees all that the orders hold, under the lock of `lock-reservations.ts`. */
export async function releaseStock(trx: Knex.Transaction, order_ids: readonly string[]): Promise<void> {
  if (order_ids.length === 0) {
    return
  }
  const bindings = { order_ids: [...order_ids] }
  const held = await trx.raw<{ rows: HeldItem[] }>(`${HELD} order by ri.id for update of ri`, bindings)
  const former = await trx.raw<{ rows: StockPlace[] }>(FORMER, bindings)
  await drop(trx, held.rows, [...held.rows, ...former.rows])
}

/**
 * Ends holding what has left: goods whose warehouse was told of since, or is told of by nobody and is then taken off here. The rest stays held.
 */
export async function settleLeft(trx: Knex.Transaction, order_ids: readonly string[]): Promise<void> {
  if (order_ids.length === 0) {
    return
  }
  const { rows } = await trx.raw<{ rows: HeldItem[] }>(`${HELD} where ${SETTLED} order by ri.id for update of ri`, {
    order_ids: [...order_ids],
  })
  await drop(trx, rows, rows)
  const own = rows.filter(({ is_own }) => is_own)
  if (own.length > 0) {
    await trx.raw(TAKE_OFF, { ...placesOf(own), quantities: own.map(({ quantity }) => quantity) })
  }
}

async function drop(trx: Knex.Transaction, items: HeldItem[], places: StockPlace[]): Promise<void> {
  if (places.length === 0) {
    return
  }
  await trx.raw(DELETE, { ids: items.map(({ id }) => id) })
  await trx.raw(LOCK, placesOf(places))
  await trx.raw(COUNT, placesOf(places))
}

const placesOf = (places: StockPlace[]) => ({
  items: places.map(({ inventory_item_id }) => inventory_item_id),
  locations: places.map(({ location_id }) => location_id),
})
