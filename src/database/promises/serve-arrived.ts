import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SettledPromise } from "../../modules/supply/rules/settle-released"
import { reserveStock } from "../ordering/reserve-stock"
import { holdServed } from "../reservations/hold-served"

const SERVED = `
  update demand d set served = d.served + s.quantity, updated_at = now()
  from (
    select demand_id, sum(quantity) as quantity
    from unnest(cast(:demands as text[]), cast(:quantities as numeric[])) as u (demand_id, quantity) group by 1
  ) s
  where d.id = s.demand_id`

/** What of the lines was given to whom: it is not to come once more where the ERP takes back that it came, and is part of his share. */
const GIVEN = `
  with given as (
    select u.supply_id, u.entry_key, d.legal_entity_id, sum(u.quantity) as quantity
    from unnest(cast(:supplies as text[]), cast(:entries as int[]), cast(:demands as text[]), cast(:quantities as numeric[]))
      as u (supply_id, entry_key, demand_id, quantity)
    join demand d on d.id = u.demand_id group by 1, 2, 3
  ),
  noted as (
    insert into supply_served (supply_id, entry_key, legal_entity_id, quantity)
    select supply_id, entry_key, legal_entity_id, quantity from given order by 1, 2, 3
    on conflict (supply_id, entry_key, legal_entity_id) do update set quantity = supply_served.quantity + excluded.quantity
  )
  update supply_line line set served = line.served + s.quantity
  from (select supply_id, entry_key, sum(quantity) as quantity from given group by 1, 2) s
  where line.supply_id = s.supply_id and line.entry_key = s.entry_key`

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

/** A warehouse that has never had an item has no row of it yet; one that somebody makes at the same moment will do. */
const ADD_LEVELS = `
  insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity, reserved_quantity, raw_reserved_quantity,
    incoming_quantity, raw_incoming_quantity)
  select kontor_id('ilev', kontor_id_time(now())), w.item, w.location, 0, :zero, 0, :zero, 0, :zero
  from (select distinct u.item, u.location from unnest(cast(:items as text[]), cast(:locations as text[])) as u (item, location)) w
  where not exists (
    select from inventory_level l where l.inventory_item_id = w.item and l.location_id = w.location and l.deleted_at is null)
  order by w.item, w.location
  on conflict (inventory_item_id, location_id) where deleted_at is null do nothing`

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
    warehouses: served.map(({ released }) => released.line.warehouse_id),
  }
  await trx.raw(SERVED, bindings)
  await trx.raw(GIVEN, {
    supplies: served.map(({ released }) => released.line.supply_id),
    entries: served.map(({ released }) => released.line.entry_key),
    ...{ demands: bindings.demands, quantities: bindings.quantities },
  })
  await holdServed(trx, { demand_ids: bindings.demands, now: new Date().toISOString() })
  const { rows } = await trx.raw<{ rows: ArrivedItem[] }>(ITEMS, bindings)
  const items = rows.flatMap(({ location_id, ...item }) => (location_id === null ? [] : [{ ...item, location_id, allow_backorder: true }]))
  await readyLevels(trx, {
    items: items.map(({ inventory_item_id }) => inventory_item_id),
    locations: items.map(({ location_id }) => location_id),
  })
  await reserveStock(trx, items)
}

/** Locked, and there. */
async function readyLevels(trx: Knex.Transaction, places: { items: string[]; locations: string[] }): Promise<void> {
  await trx.raw(ADD_LEVELS, { ...places, zero: JSON.stringify({ value: "0", precision: 20 }) })
  await trx.raw(LOCK, places)
}
