import { AS_READ } from "@kontor/framework"
import { isWarehouseOfContract } from "../warehouses-of-contract"

/** Free quantity in one warehouse, base units as an exact decimal; never negative. */
export interface WarehouseStock {
  location_id: string
  name: string
  available: string
  /** Moment at which the ERP's stock of the warehouse was true, ISO 8601; null = the ERP tells none, or not when. */
  as_of: string | null
}

/** Warehouses of the sales channel that the contract draws from, as rows `l`. Takes `:warehouse_ids`. */
export const FROM_WAREHOUSES = `
  from store
  join sales_channel_stock_location link on link.sales_channel_id = store.default_sales_channel_id and link.deleted_at is null
  join stock_location l on l.id = link.stock_location_id and l.deleted_at is null
  where store.deleted_at is null and ${isWarehouseOfContract("l.id")}`

/** How fresh the stock of warehouse `l` is. */
export const STOCK_AS_OF = `(select to_jsonb(f.as_of) #>> '{}' from stock_freshness f where f.location_id = l.id)`

/** The same by name, as one JSON value; null = none. */
export const WAREHOUSES = `select json_agg(json_build_array(l.id, l.name, ${STOCK_AS_OF}) order by l.name ${AS_READ}, l.id) ${FROM_WAREHOUSES}`

export type WrittenWarehouses = [id: string, name: string, as_of: string | null][] | null

/** By inventory item: what is free of it, as lines of text. Null = no warehouse knows any of the items. */
export type WrittenStock = Record<string, string> | null

/**
 * {@link WrittenStock} of inventory items, whatever the warehouse. To join the warehouses, sort them by name and write JSON for each level took three
 * times as long.
 */
export const stockOf = (inventoryItemIds: string) => `
  select json_object_agg(item, levels)
  from (
    select level.inventory_item_id as item,
      string_agg(trim_scale(greatest(level.stocked_quantity - level.reserved_quantity, 0)) || ' ' || level.location_id, E'\\n') as levels
    from inventory_level level where level.inventory_item_id = any (${inventoryItemIds}) and level.deleted_at is null
    group by level.inventory_item_id
  ) known`

/** Reads {@link stockOf}: what is free of an item in those of the warehouses that know it, in their order. */
export function stockReader(warehouses: WrittenWarehouses, written: WrittenStock): (inventoryItemId: string | null) => WarehouseStock[] {
  return (inventoryItemId) => {
    const free = new Map<string, string>()
    for (const line of (inventoryItemId && written?.[inventoryItemId]?.split("\n")) || []) {
      const space = line.indexOf(" ")
      free.set(line.slice(space + 1), line.slice(0, space))
    }
    return (warehouses ?? []).flatMap(([location_id, name, as_of]) => {
      const available = free.get(location_id)
      return available === undefined ? [] : [{ location_id, name, available, as_of }]
    })
  }
}
