import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { FROM_WAREHOUSES, STOCK_AS_OF, type WarehouseStock } from "./entry-stock"

/** A warehouse that a contract draws from, and how fresh its stock is. */
export type ContractWarehouse = Omit<WarehouseStock, "available">

const SQL = `select l.id as location_id, l.name, ${STOCK_AS_OF} as as_of ${FROM_WAREHOUSES} order by l.name ${AS_READ}, l.id`

/** Warehouses that a contract draws from, by name; no `warehouse_ids` = all. */
export async function contractWarehouses(db: Knex, { warehouse_ids }: { warehouse_ids: string[] }): Promise<ContractWarehouse[]> {
  const { rows } = await db.raw<{ rows: ContractWarehouse[] }>(SQL, { warehouse_ids })
  return rows
}
