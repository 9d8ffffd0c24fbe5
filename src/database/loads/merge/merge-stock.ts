import { noteGaps, noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { ensureDefaultWarehouse } from "./merge-warehouses"

/** Stock per warehouse becomes inventory levels; what is reserved here stays reserved. Negative remainders of 1C are stored as none. */
export async function mergeStock(load: LoadContext): Promise<void> {
  const sums = await run<{ found: boolean }>(load, `select exists (select from stage_stock where warehouse_ref is null) as found`)
  const defaultLocation = sums.rows[0]?.found ? await ensureDefaultWarehouse(load) : null
  await run(load, RESOLVE_ITEMS)
  await run(load, RESOLVE_WAREHOUSES)
  await noteRefusedStock(load)
  await run(load, `analyze load_stock_offer`)
  await run(load, CHANGED_STOCK, { defaultLocation })
  await run(load, `analyze load_stock_change`)
  const updated = await run(load, UPDATE_LEVELS)
  const created = await run(load, INSERT_LEVELS)
  count(load, "stock", { created: created.rowCount, updated: updated.rowCount })
}

const RESOLVE_ITEMS = `
  create temporary table load_stock_offer on commit drop as
  select r.ref, r.external_id, link.inventory_item_id
  from stage_offer_ref r
  left join erp_mapping m on m.source = :source and m.kind = 'offer' and m.external_id = r.external_id
  left join product_variant_inventory_item link on link.variant_id = m.internal_id and link.deleted_at is null`

const RESOLVE_WAREHOUSES = `
  create temporary table load_stock_warehouse on commit drop as
  select r.ref, r.external_id, location.id as location_id
  from stage_warehouse_ref r
  left join erp_mapping m on m.source = :source and m.kind = 'warehouse' and m.external_id = r.external_id
  left join stock_location location on location.id = m.internal_id and location.deleted_at is null`

async function noteRefusedStock(load: LoadContext): Promise<void> {
  await noteGaps(
    load,
    "stock",
    `select 'warning' as severity, 'warehouse_unknown' as code, 'Warehouse ' || external_id || ' is unknown; its stock is skipped.' as message, external_id as subject
     from load_stock_warehouse where location_id is null and external_id <> ''`
  )
  await noteGaps(
    load,
    "stock",
    `select 'warning' as severity, 'stock_offer_unknown' as code, 'No product or offer ' || o.external_id || ' is known; its stock is skipped.' as message,
       o.external_id as subject
     from (select distinct external_id from load_stock_offer o
           where inventory_item_id is null and exists (select from stage_stock s where s.offer_ref = o.ref)) o`
  )
  await noteIssues(
    load,
    `select 'info' as severity, 'stock_negative' as code, 'Stock ' || s.quantity || ' is stored as 0.' as message, o.external_id as subject
     from stage_stock s join load_stock_offer o on o.ref = s.offer_ref where s.quantity < 0`
  )
}

/** Stock that differs from what is stored, with the level that holds it; none yet where that is null. */
const CHANGED_STOCK = `
  create temporary table load_stock_change on commit drop as
  select said.inventory_item_id, said.location_id, said.quantity, level.id as level_id,
    jsonb_build_object('value', trim_scale(said.quantity)::text, 'precision', 20) as raw_quantity
  from (
    select distinct on (inventory_item_id, location_id) inventory_item_id, location_id, quantity
    from (
      select o.inventory_item_id, coalesce(w.location_id, case when s.warehouse_ref is null then :defaultLocation::text end) as location_id,
        greatest(s.quantity, 0) as quantity, s.seq
      from stage_stock s
      join load_stock_offer o on o.ref = s.offer_ref
      left join load_stock_warehouse w on w.ref = s.warehouse_ref
      where o.inventory_item_id is not null
    ) resolved
    where location_id is not null
    order by inventory_item_id, location_id, seq desc
  ) said
  left join inventory_level level
    on level.inventory_item_id = said.inventory_item_id and level.location_id = said.location_id and level.deleted_at is null
  where level.stocked_quantity is distinct from said.quantity
  order by said.inventory_item_id, said.location_id`

const UPDATE_LEVELS = `
  update inventory_level level set stocked_quantity = c.quantity, raw_stocked_quantity = c.raw_quantity, updated_at = now()
  from load_stock_change c where level.id = c.level_id`

/** Medusa reads the raw columns too: left empty there, the admin would show one stock and the store another. In key order, as the table stands. */
const INSERT_LEVELS = `
  insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity,
    reserved_quantity, raw_reserved_quantity, incoming_quantity, raw_incoming_quantity)
  select kontor_id('ilev', :moment), inventory_item_id, location_id, quantity, raw_quantity,
    0, '{"value": "0", "precision": 20}', 0, '{"value": "0", "precision": 20}'
  from load_stock_change where level_id is null`
