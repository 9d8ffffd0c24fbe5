import { FROM_WAREHOUSES } from "../queries/entry-stock"

/** SQL: whether something of entry `e` is free in a warehouse that the contract draws from. Takes `:warehouse_ids`. */
export const IS_IN_STOCK = `exists (
    select from inventory_level level
    where level.inventory_item_id = e.inventory_item_id and level.deleted_at is null and level.stocked_quantity > level.reserved_quantity
      and level.location_id in (select l.id ${FROM_WAREHOUSES})
  )`
