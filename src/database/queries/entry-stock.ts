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
export const WAREHOUSES = `select json_agg(json_build_array(l.id, l.name, ${STOCK_AS_OF}) order by l.name, l.id) ${FROM_WAREHOUSES}`

export type WrittenWarehouses = [id: string, name: string, as_of: string | null][] | null

/**
 * What is free of an inventory item, as lines of text, whatever the warehouse; null = no warehouse knows it. To join the warehouses, sort them by name
 * and write JSON for each entry of a page took three times as long.
 */
export const stockOf = (inventoryItemId: string) => `
  select string_agg(trim_scale(greatest(level.stocked_quantity - level.reserved_quantity, 0)) || ' ' || level.location_id, E'\\n')
  from inventory_level level where level.inventory_item_id = ${inventoryItemId} and level.deleted_at is null`

/** Reads {@link stockOf}: what is free in those of the warehouses that know the item, in their order. */
export function stockReader(warehouses: WrittenWarehouses): (written: string | null) => WarehouseStock[] {
  return (written) => {
    const free = new Map<string, string>()
    for (const line of written?.split("\n") ?? []) {
      const space = line.indexOf(" ")
      free.set(line.slice(space + 1), line.slice(0, space))
    }
    return (warehouses ?? []).flatMap(([location_id, name, as_of]) => {
      const available = free.get(location_id)
      return available === undefined ? [] : [{ location_id, name, available, as_of }]
    })
  }
}
