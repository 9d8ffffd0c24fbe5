import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DISCOUNT_OF_ORDER_LINE } from "../promotions/order-promotions"
import { shareDiscounts } from "../promotions/share-discounts"
import type { AnsweredDemand } from "./answer-promises"

const CANCELLED = `jsonb_to_recordset(cast(:cancelled as jsonb)) as c (id text, order_line_id text, waiting numeric)`

const RELEASE = `delete from promise p using ${CANCELLED} where p.demand_id = c.id`
const CLOSE = `update demand d set quantity = d.served, updated_at = now() from ${CANCELLED} where d.id = c.id`

/** The order keeps a line of which nothing is left when it is its last one: then the order itself is cancelled. */
const REDUCE = `
  with reduced as (
    select i.id, i.quantity - c.waiting as rest, bool_and(i.quantity = coalesce(c.waiting, 0)) over () as is_all
    from "order" o
    join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    left join ${CANCELLED} on c.order_line_id = i.item_id
    where o.id = :order_id
  ), ended as (
    update "order" set status = 'canceled', canceled_at = now(), updated_at = now()
    where id = :order_id and (select bool_and(is_all) from reduced)
  )
  update order_item i set
    quantity = case when r.rest > 0 then r.rest else i.quantity end,
    raw_quantity = case when r.rest > 0 then jsonb_build_object('value', trim_scale(r.rest)::text, 'precision', 20) else i.raw_quantity end,
    deleted_at = case when r.rest = 0 then now() end, updated_at = now()
  from reduced r where i.id = r.id and r.rest is not null and not r.is_all`

/** Takes what waits out of the order: its promises are free again, and a line of which nothing is left goes. */
export async function cancelWaiting(
  trx: Knex.Transaction,
  { order_id, demands }: { order_id: string; demands: AnsweredDemand[] }
): Promise<void> {
  const cancelled = JSON.stringify(demands)
  const parts = demands.map(({ order_line_id, waiting: quantity }) => ({ order_line_id, quantity, to_line_id: null }))
  await shareDiscounts(trx, { order_id, parts })
  await trx.raw(RELEASE, { cancelled })
  await trx.raw(CLOSE, { cancelled })
  await trx.raw(REDUCE, { cancelled, order_id })
}

/** What is still to be paid is the total without what was paid, as Medusa reckons it. */
const TOTAL = `
  with total as (
    select trim_scale(coalesce(sum(i.quantity * coalesce(i.unit_price, li.unit_price) - coalesce(${DISCOUNT_OF_ORDER_LINE}, 0)), 0)) as amount
    from "order" o
    left join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    left join order_line_item li on li.id = i.item_id
    where o.id = :order_id
  )
  update order_summary s set updated_at = now(), totals = s.totals || (
    select jsonb_object_agg(t.name, t.amount) || jsonb_object_agg('raw_' || t.name, jsonb_build_object('value', t.amount::text, 'precision', 20))
    from total, lateral (values ('current_order_total', total.amount), ('accounting_total', total.amount),
      ('pending_difference', trim_scale(total.amount - coalesce((s.totals ->> 'transaction_total')::numeric, 0)))) as t (name, amount))
  from "order" o where o.id = :order_id and s.order_id = o.id and s.version = o.version and s.deleted_at is null`

const AGAIN = `update erp_outbox set state = 'pending', confirmed_at = null, updated_at = now() where kind = 'order' and subject_id = :order_id and deleted_at is null`

/** Sums the order up anew and sends it to the ERP again, which knows it by its number. */
export async function settleOrder(trx: Knex.Transaction, { order_id }: { order_id: string }): Promise<void> {
  await trx.raw(TOTAL, { order_id })
  await trx.raw(AGAIN, { order_id })
}
