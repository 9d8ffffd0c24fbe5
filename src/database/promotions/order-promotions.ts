import { batchIds } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { exactNumber } from "../ordering/exact-number"
import type { DiscountWrite } from "./write-cart-promotions"

const DISCOUNTS = `
  insert into order_line_item_adjustment (id, item_id, version, promotion_id, code, amount, raw_amount, is_tax_inclusive, created_at)
  select d.id, d.line_id, 1, d.promotion_id, d.code, d.amount::numeric, ${exactNumber("d.amount")}, d.is_tax_inclusive, now() + d.place * interval '1 microsecond'
  from jsonb_to_recordset(cast(:discounts as jsonb))
    as d(place int, id text, line_id text, promotion_id text, code text, amount text, is_tax_inclusive bool)`

const LINKS = `
  insert into order_promotion (id, order_id, promotion_id)
  select p.id, :order_id, p.promotion_id from jsonb_to_recordset(cast(:links as jsonb)) as p(id text, promotion_id text)`

/** Writes what promotions take off the lines of a new order, and which they are. `line_id` is the order's line. */
export async function writeOrderPromotions(trx: Knex.Transaction, input: { order_id: string; discounts: DiscountWrite[] }): Promise<void> {
  const { order_id, discounts } = input
  if (discounts.length === 0) {
    return
  }
  const ids = batchIds("ordliadj", discounts.length)
  await trx.raw(DISCOUNTS, { discounts: JSON.stringify(discounts.map((discount, place) => ({ place, id: ids[place], ...discount }))) })
  const promotion_ids = [...new Set(discounts.map(({ promotion_id }) => promotion_id))]
  const linkIds = batchIds("orderpromo", promotion_ids.length)
  await trx.raw(LINKS, {
    order_id,
    links: JSON.stringify(promotion_ids.map((promotion_id, place) => ({ id: linkIds[place], promotion_id }))),
  })
}

/** SQL: what promotions take off item `i` of an order, as JSON; null where none does. */
export const DISCOUNTS_OF_ORDER_LINE = `(
  select jsonb_agg(jsonb_build_object('code', a.code, 'amount', trim_scale(a.amount)::text) order by a.created_at, a.id)
  from order_line_item_adjustment a where a.item_id = i.item_id and a.version = i.version and a.deleted_at is null)`

/** SQL: the sum of it; null where there is none. */
export const DISCOUNT_OF_ORDER_LINE = `(
  select sum(a.amount) from order_line_item_adjustment a where a.item_id = i.item_id and a.version = i.version and a.deleted_at is null)`
