import { batchIds } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { shareDiscounts } from "../promotions/share-discounts"
import type { AnsweredDemand } from "./answer-promises"

const SPLIT = `
  jsonb_to_recordset(cast(:splits as jsonb)) as s (demand_id text, order_line_id text, waiting numeric, line_id text, item_id text)`

/** Columns of a line that its split carries on; the moment keeps it beside the line it came from. */
const COPIED = `title, subtitle, thumbnail, variant_id, product_id, product_title, product_description, product_subtitle, product_type, product_type_id,
    product_collection, product_handle, variant_sku, variant_barcode, variant_title, variant_option_values, requires_shipping, is_discountable, is_giftcard,
    is_tax_inclusive, is_custom_price, compare_at_unit_price, raw_compare_at_unit_price, unit_price, raw_unit_price, metadata, created_at`

const LINES = `
  insert into order_line_item (id, ${COPIED})
  select s.line_id, ${COPIED} from ${SPLIT} join order_line_item l on l.id = s.order_line_id`

const ITEMS = `
  insert into order_item (id, created_at, order_id, version, item_id, quantity, raw_quantity, fulfilled_quantity, shipped_quantity,
    return_requested_quantity, return_received_quantity, return_dismissed_quantity, written_off_quantity, unit_price, raw_unit_price, metadata)
  select s.item_id, i.created_at, i.order_id, i.version, s.line_id, s.waiting, jsonb_build_object('value', s.waiting::text, 'precision', 20),
    0, 0, 0, 0, 0, 0, i.unit_price, i.raw_unit_price, i.metadata
  from ${SPLIT} join "order" o on o.id = :order_id
  join order_item i on i.item_id = s.order_line_id and i.order_id = o.id and i.version = o.version and i.deleted_at is null`

const REST = `
  update order_item i set quantity = i.quantity - s.waiting,
    raw_quantity = jsonb_build_object('value', trim_scale(i.quantity - s.waiting)::text, 'precision', 20), updated_at = now()
  from ${SPLIT}, "order" o
  where o.id = :order_id and i.item_id = s.order_line_id and i.order_id = o.id and i.version = o.version and i.deleted_at is null`

/** What was served stays with the line that has it reserved. */
const MOVE = `
  update demand d set order_line_id = s.line_id, quantity = s.waiting, served = 0, updated_at = now()
  from ${SPLIT} where d.id = s.demand_id`

/** Puts what waits of lines into lines of their own, at the same price; the demand goes along. */
export async function splitWaiting(
  trx: Knex.Transaction,
  { order_id, demands }: { order_id: string; demands: AnsweredDemand[] }
): Promise<void> {
  const lineIds = batchIds("ordli", demands.length)
  const itemIds = batchIds("orditem", demands.length)
  const splits = JSON.stringify(
    demands.map(({ id, order_line_id, waiting }, index) => ({
      ...{ demand_id: id, order_line_id, waiting, line_id: lineIds[index], item_id: itemIds[index] },
    }))
  )
  await trx.raw(LINES, { splits })
  const parts = demands.map(({ order_line_id, waiting: quantity }, index) => ({
    order_line_id,
    quantity,
    to_line_id: lineIds[index] ?? null,
  }))
  await shareDiscounts(trx, { order_id, parts })
  await trx.raw(ITEMS, { splits, order_id })
  await trx.raw(REST, { splits, order_id })
  await trx.raw(MOVE, { splits })
}
