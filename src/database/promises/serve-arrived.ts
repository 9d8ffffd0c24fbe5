import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { SettledPromise } from "../../modules/supply/rules/settle-released"
import { reserveStock } from "../ordering/reserve-stock"

const SERVED = `
  update demand d set served = d.served + s.quantity, updated_at = now()
  from (
    select demand_id, sum(quantity) as quantity
    from unnest(cast(:demands as text[]), cast(:quantities as numeric[])) as u (demand_id, quantity) group by 1
  ) s
  where d.id = s.demand_id`

/** What came without a word on its warehouse is taken where most of it is. Products whose stock is not counted are reserved nowhere. */
const ITEMS = `
  select d.order_line_id as line_id, i.inventory_item_id, trim_scale(u.quantity * i.required_quantity)::text as quantity,
    coalesce(nullif(u.warehouse_id, ''), (
      select l.location_id from inventory_level l
      where l.inventory_item_id = i.inventory_item_id and l.deleted_at is null order by l.stocked_quantity - l.reserved_quantity desc, l.location_id limit 1)
    ) as location_id
  from unnest(cast(:demands as text[]), cast(:quantities as numeric[]), cast(:warehouses as text[])) as u (demand_id, quantity, warehouse_id)
  join demand d on d.id = u.demand_id
  join catalog_entry e on e.key = d.entry_key
  join product_variant v on v.id = e.variant_id and v.manage_inventory and v.deleted_at is null
  join product_variant_inventory_item i on i.variant_id = v.id and i.deleted_at is null`

interface ArrivedItem {
  line_id: string
  inventory_item_id: string
  location_id: string | null
  quantity: string
}

const LEVELS = `
  from unnest(cast(:items as text[]), cast(:locations as text[])) as w (item, location)
  left join inventory_level l on l.inventory_item_id = w.item and l.location_id = w.location and l.deleted_at is null`
const MISSING = `select distinct w.item, w.location ${LEVELS} where l.id is null`
const ADD_LEVEL = `
  insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, reserved_quantity, incoming_quantity, raw_stocked_quantity,
    raw_reserved_quantity, raw_incoming_quantity)
  values (:id, :item, :location, 0, 0, 0, :zero, :zero, :zero)`

/** In the order in which orders lock stock (`lock-stock.ts`). */
const LOCK = `
  select from inventory_level l where l.deleted_at is null and (l.inventory_item_id, l.location_id) in (
    select * from unnest(cast(:items as text[]), cast(:locations as text[])))
  order by l.id for update of l`

/**
 * What was promised and has come is served: it is reserved where it came to, for the lines of the orders. Whether the ERP has told of the stock yet or
 * tells of it later: nobody else gets it meanwhile.
 */
export async function serveArrived(trx: Knex.Transaction, served: readonly SettledPromise[]): Promise<void> {
  if (served.length === 0) {
    return
  }
  const bindings = {
    demands: served.map(({ released }) => released.demand_id),
    quantities: served.map(({ quantity }) => quantity),
    warehouses: served.map(({ released }) => released.warehouse_id),
  }
  await trx.raw(SERVED, bindings)
  const { rows } = await trx.raw<{ rows: ArrivedItem[] }>(ITEMS, bindings)
  const items = rows.flatMap(({ location_id, ...item }) => (location_id === null ? [] : [{ ...item, location_id, allow_backorder: true }]))
  await readyLevels(trx, {
    items: items.map(({ inventory_item_id }) => inventory_item_id),
    locations: items.map(({ location_id }) => location_id),
  })
  await reserveStock(trx, items)
}

/** A warehouse that has never had an item has no row of it yet. */
async function readyLevels(trx: Knex.Transaction, places: { items: string[]; locations: string[] }): Promise<void> {
  const { rows } = await trx.raw<{ rows: { item: string; location: string }[] }>(MISSING, places)
  const zero = JSON.stringify({ value: "0", precision: 20 })
  for (const { item, location } of rows) {
    await trx.raw(ADD_LEVEL, { id: generateEntityId(undefined, "ilev"), item, location, zero })
  }
  await trx.raw(LOCK, places)
}
