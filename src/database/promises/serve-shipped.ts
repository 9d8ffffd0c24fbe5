import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { endWaiting } from "./end-waiting"
import { isAnythingDemanded } from "./open-demands"
import { lockPromises } from "./lock-promises"
import { repromise } from "./repromise"

/** Digits after the point that quantities are kept with; what the ERP tells may have more. */
const DIGITS = 6

/**
 * What of each demand has been shipped: all of it where the whole order was; else what was shipped of its product beyond what the order had in stock,
 * those that asked first before the others. What was told, ordered and waits of a product is put one below the other and added up: looked up for each
 * demand, an order of thousands of lines would be read thousands of times.
 */
const SHIPPED = `
  with waiting as materialized (
    select d.id, d.order_id, d.place, d.quantity - d.served as quantity, e.variant_id, s.shipped_on is not null as is_whole
    from demand d
    join order_state s on s.order_id = d.order_id and s.deleted_at is null
    join catalog_entry e on e.key = d.entry_key
    where d.quantity > d.served and (s.shipped_on is not null or s.shipped is not null)
  ),
  partly as materialized (select distinct order_id from waiting where not is_whole),
  told as (
    select id, order_id, variant_id, place, is_whole, quantity, null::numeric as shipped, null::numeric as ordered from waiting
    union all
    select null, s.order_id, t.variant_id, null, false, null, t.quantity::numeric, null
    from partly join order_state s on s.order_id = partly.order_id and s.deleted_at is null
    cross join lateral jsonb_each_text(s.shipped) as t (variant_id, quantity)
    union all
    select null, o.id, li.variant_id, null, false, null, null, i.quantity
    from partly join "order" o on o.id = partly.order_id
    join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    join order_line_item li on li.id = i.item_id
  ),
  reckoned as (
    select id, order_id, place, is_whole, quantity,
      trunc(sum(shipped) over product - sum(ordered) over product + sum(quantity) over product
        - coalesce(sum(quantity) over (product order by place, id rows between unbounded preceding and 1 preceding), 0), ${DIGITS}) as beyond
    from told window product as (partition by order_id, variant_id)
  )
  select id, order_id, trim_scale(case when is_whole then quantity else least(quantity, beyond) end)::text as shipped
  from reckoned where id is not null and (is_whole or beyond > 0) order by place, id`

interface ShippedDemand {
  id: string
  order_id: string
  shipped: string
}

/**
 * What the ERP has shipped waits no more, promised or not; what it was promised goes to who waits for it. The rest of a line that was shipped in part
 * waits on. Asked again it does nothing; goods that come back do not wait anew.
 */
export async function serveShipped(trx: Knex.Transaction): Promise<number> {
  await lockPromises(trx, "alone")
  if (!(await isAnythingDemanded(trx))) {
    return 0
  }
  const { rows } = await trx.raw<{ rows: ShippedDemand[] }>(SHIPPED)
  if (rows.length === 0) {
    return 0
  }
  await endWaiting(
    trx,
    rows.map(({ shipped, ...demand }) => ({ ...demand, quantity: shipped })),
    "shipped"
  )
  await repromise(trx, { released: [], day: today() })
  return rows.length
}
