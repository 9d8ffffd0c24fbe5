import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { STOCK_AS_OF } from "./entry-stock"

/** A warehouse as staff see it. */
export interface WarehouseView {
  id: string
  name: string
  /** "erp": an ERP base tells its stock, and is where it is changed. */
  source: "erp" | "portal"
  /** Whether its stock is offered to dealers. */
  is_offered: boolean
  /** Moment at which the ERP's stock of it was true, ISO 8601. */
  as_of: string | null
  /** Products of which it has something. */
  stocked_count: number
}

const SQL = `
  select l.id, l.name,
    case when exists (select from erp_mapping m where m.kind = 'warehouse' and m.internal_id = l.id) then 'erp' else 'portal' end as source,
    exists (
      select from store join sales_channel_stock_location link on link.sales_channel_id = store.default_sales_channel_id and link.deleted_at is null
      where store.deleted_at is null and link.stock_location_id = l.id
    ) as is_offered,
    ${STOCK_AS_OF} as as_of,
    (select count(*)::int from inventory_level level where level.location_id = l.id and level.deleted_at is null and level.stocked_quantity > 0) as stocked_count
  from stock_location l where l.deleted_at is null order by l.name ${AS_READ}, l.id`

/** All warehouses by name; an installation has some dozen. */
export async function listWarehouses(db: Knex): Promise<WarehouseView[]> {
  const { rows } = await db.raw<{ rows: WarehouseView[] }>(SQL)
  return rows
}
