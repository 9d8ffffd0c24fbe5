import { batchIds } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Allocation } from "../../modules/order-rules/rules/allocate-stock"

const RECORD = `jsonb_to_recordset(cast(:allocations as jsonb)) as a(
    id text, line_id text, inventory_item_id text, location_id text, quantity text, allow_backorder boolean)`

const RESERVATIONS = `
  insert into reservation_item (id, line_item_id, inventory_item_id, location_id, quantity, raw_quantity, allow_backorder)
  select a.id, a.line_id, a.inventory_item_id, a.location_id, a.quantity::numeric,
    jsonb_build_object('value', a.quantity, 'precision', 20), a.allow_backorder
  from ${RECORD}`

const LEVELS = `
  update inventory_level l set reserved_quantity = l.reserved_quantity + taken.quantity,
    raw_reserved_quantity = jsonb_build_object('value', trim_scale(l.reserved_quantity + taken.quantity)::text, 'precision', 20),
    updated_at = now()
  from (
    select a.inventory_item_id, a.location_id, sum(a.quantity::numeric) as quantity from ${RECORD} group by 1, 2
  ) taken
  where l.inventory_item_id = taken.inventory_item_id and l.location_id = taken.location_id and l.deleted_at is null`

/** Reserves stock for lines of an order, under the locks of `lock-stock.ts`. `line_id` is the order's line. */
export async function reserveStock(trx: Knex.Transaction, allocations: Allocation[]): Promise<void> {
  if (!allocations.length) {
    return
  }
  const ids = batchIds("resitem", allocations.length)
  const bindings = { allocations: JSON.stringify(allocations.map((part, index) => ({ id: ids[index], ...part }))) }
  await trx.raw(RESERVATIONS, bindings)
  await trx.raw(LEVELS, bindings)
}
