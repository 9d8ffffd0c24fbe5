import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { FreeStock } from "../../modules/order-rules/rules/allocate-stock"
import { isWarehouseOfContract } from "../warehouses-of-contract"

/** What one unit of a variant takes from stock. */
export interface VariantStock {
  variant_id: string
  inventory_item_id: string
  /** Units of the item in one base unit of the variant. */
  required_quantity: string
  allow_backorder: boolean
}

export interface LockedStock {
  /** Only variants whose stock is counted. */
  variants: VariantStock[]
  levels: FreeStock[]
}

const VARIANTS = `
  select v.id as variant_id, i.inventory_item_id, trim_scale(i.required_quantity)::text as required_quantity, v.allow_backorder
  from product_variant v
  join product_variant_inventory_item i on i.variant_id = v.id and i.deleted_at is null
  where v.id = any(cast(:variant_ids as text[])) and v.manage_inventory and v.deleted_at is null`

/** Always in the order of the ids, so that two orders that want the same goods wait for each other instead of locking each other out. */
const LEVELS = `
  select l.inventory_item_id, l.location_id, (l.stocked_quantity - l.reserved_quantity)::text as free
  from inventory_level l
  where l.inventory_item_id = any(cast(:item_ids as text[])) and l.deleted_at is null and l.location_id in (
    select stock_location_id from sales_channel_stock_location where sales_channel_id = :sales_channel_id and deleted_at is null
      and ${isWarehouseOfContract("stock_location_id")})
  order by l.id
  for update of l`

/**
 * Locks the stock of a set of variants until the transaction ends, and reads what is free: in the locations of a sales channel that the
 * contract draws from (none named = all).
 */
export async function lockStock(
  trx: Knex.Transaction,
  input: { variant_ids: string[]; sales_channel_id: string | null; warehouse_ids: string[] }
): Promise<LockedStock> {
  const variants = await trx.raw<{ rows: VariantStock[] }>(VARIANTS, { variant_ids: input.variant_ids })
  const item_ids = [...new Set(variants.rows.map(({ inventory_item_id }) => inventory_item_id))]
  const { sales_channel_id, warehouse_ids } = input
  const levels = await trx.raw<{ rows: FreeStock[] }>(LEVELS, { item_ids, sales_channel_id, warehouse_ids })
  return { variants: variants.rows, levels: levels.rows }
}
