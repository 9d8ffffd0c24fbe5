import { batchIds } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { minorDigits } from "../../modules/contract-pricing/rules/round-price"

/** A part of a line that leaves it. */
export interface LeavingPart {
  order_line_id: string
  /** Base units. */
  quantity: string
  /** The line that it becomes; null = it is cancelled. */
  to_line_id: string | null
}

const PARTS = `
  jsonb_to_recordset(cast(:parts as jsonb)) as s (order_line_id text, quantity numeric, to_line_id text)`

const DISCOUNTS = `
  select a.id, s.to_line_id, round(a.amount * s.quantity / i.quantity, cast(:digits as int)) as share
  from "order" o
  join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null and i.quantity > 0
  join ${PARTS} on s.order_line_id = i.item_id
  join order_line_item_adjustment a on a.item_id = i.item_id and a.version = i.version and a.deleted_at is null
  where o.id = :order_id and exists (
    select from order_item k left join ${PARTS} on s.order_line_id = k.item_id
    where k.order_id = o.id and k.version = o.version and k.deleted_at is null and k.quantity <> coalesce(s.quantity, 0))`

const exact = (amount: string) => `jsonb_build_object('value', trim_scale(${amount})::text, 'precision', 20)`

const MOVE = `
  insert into order_line_item_adjustment (id, item_id, version, description, promotion_id, code, amount, raw_amount, provider_id, is_tax_inclusive, created_at)
  select n.new_id, n.to_line_id, a.version, a.description, a.promotion_id, a.code, n.share, ${exact("n.share")}, a.provider_id, a.is_tax_inclusive, a.created_at
  from jsonb_to_recordset(cast(:shares as jsonb)) as n (id text, to_line_id text, share numeric, new_id text)
  join order_line_item_adjustment a on a.id = n.id
  where n.to_line_id is not null and n.share > 0`

const REST = `
  update order_line_item_adjustment a set amount = a.amount - n.share, raw_amount = ${exact("a.amount - n.share")}, updated_at = now()
  from jsonb_to_recordset(cast(:shares as jsonb)) as n (id text, share numeric)
  where a.id = n.id`

/**
 * Lets what leaves a line of an order take its share of the line's discount along, rounded to the currency; what stays keeps the rest, so that together they are what they
 * were. Before quantities are changed; an order that is cancelled whole stays as it is.
 */
export async function shareDiscounts(trx: Knex.Transaction, input: { order_id: string; parts: LeavingPart[] }): Promise<void> {
  const { order_id, parts } = input
  const { rows: orders } = await trx.raw<{ rows: { currency_code: string }[] }>(`select currency_code from "order" where id = :order_id`, {
    order_id,
  })
  const { rows } = await trx.raw<{ rows: { id: string; to_line_id: string | null; share: string }[] }>(DISCOUNTS, {
    ...{ order_id, parts: JSON.stringify(parts), digits: minorDigits(orders[0]?.currency_code ?? "") },
  })
  if (rows.length === 0) {
    return
  }
  const ids = batchIds("ordliadj", rows.length)
  const shares = JSON.stringify(rows.map((row, place) => ({ ...row, new_id: ids[place] })))
  await trx.raw(MOVE, { shares })
  await trx.raw(REST, { shares })
}
