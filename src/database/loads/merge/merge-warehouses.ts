import { count, run, type LoadContext } from "../load-context"
import { mapDocuments, matchDocuments } from "./match-documents"

/** Warehouses become stock locations of the sales channel; a deleted one leaves the channel, so that its stock is no longer offered. */
export async function mergeWarehouses(load: LoadContext): Promise<void> {
  await matchDocuments(load, { kind: "warehouse", table: "stock_location", idPrefix: "sloc" })
  const created = await run(
    load,
    `insert into stock_location (id, name) select id, record ->> 'name' from load_warehouse where is_new order by seq`
  )
  const updated = await run(
    load,
    `update stock_location t set name = l.record ->> 'name', updated_at = now()
     from load_warehouse l where not l.is_new and t.id = l.id and t.name is distinct from l.record ->> 'name'`
  )
  await mapDocuments(load, "warehouse")
  await linkToChannel(load)
  const deleted = await run(
    load,
    `delete from sales_channel_stock_location link using load_warehouse l where l.is_deleted and link.stock_location_id = l.id`
  )
  count(load, "warehouses", { created: created.rowCount, updated: updated.rowCount, deleted: deleted.rowCount })
}

/**
 * The location for stock that the ERP tells as one sum. Made when the first such stock comes; it is the warehouse with the empty id.
 */
export async function ensureDefaultWarehouse(load: LoadContext): Promise<string> {
  const known = await run<{ internal_id: string }>(
    load,
    `select m.internal_id from erp_mapping m join stock_location t on t.id = m.internal_id and t.deleted_at is null
     where m.source = :source and m.kind = 'warehouse' and m.external_id = ''`
  )
  if (known.rows[0]) {
    return known.rows[0].internal_id
  }
  const made = await run<{ id: string }>(
    load,
    `insert into stock_location (id, name) values (kontor_id('sloc', :moment), :name) returning id`,
    { name: load.options.defaultWarehouseName }
  )
  const id = made.rows[0]?.id ?? ""
  await run(
    load,
    `insert into erp_mapping (source, kind, external_id, internal_id) values (:source, 'warehouse', '', :id)
     on conflict (source, kind, external_id) do update set internal_id = excluded.internal_id`,
    { id }
  )
  await run(
    load,
    `insert into sales_channel_stock_location (id, sales_channel_id, stock_location_id) values (kontor_id('scloc', :moment), :channel, :id)`,
    { channel: load.defaults.sales_channel_id, id }
  )
  return id
}

async function linkToChannel(load: LoadContext): Promise<void> {
  await run(
    load,
    `insert into sales_channel_stock_location (id, sales_channel_id, stock_location_id)
     select kontor_id('scloc', :moment), :channel, l.id from load_warehouse l
     where not l.is_deleted and not exists (
       select from sales_channel_stock_location link where link.sales_channel_id = :channel and link.stock_location_id = l.id and link.deleted_at is null)
     on conflict (sales_channel_id, stock_location_id) do update set deleted_at = null, updated_at = now()`,
    { channel: load.defaults.sales_channel_id }
  )
}
