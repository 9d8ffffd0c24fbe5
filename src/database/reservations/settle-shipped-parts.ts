import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { IS_OWN } from "./has-left"
import { lockReservations } from "./lock-reservations"
import { type HeldItem, letGo } from "./release-stock"
import { logReservationChanges } from "./write-reservations"

/**
 * What orders hold beyond what is still to be shipped of them, item by item. Of a line is to be held what was neither handed over by Medusa's fulfilments nor
 * waits for supplies nor was shipped, as the ERP has it: what it has shipped of a product goes to the lines of that product in their order, as in
 * `hold-missing.ts`; what Medusa's fulfilments handed over of it may be the same goods and counts once. What was told is put beside the lines as rows: looked up for each
 * line, an order of thousands of lines would be read thousands of times.
 */
const beyond = (isSettled: string) => `
  with partly as materialized (
    select r.order_id, s.shipped, s.as_of
    from order_reservation r join order_state s on s.order_id = r.order_id and s.deleted_at is null
    where r.state in ('held', 'leaving') and s.shipped is not null and s.shipped_on is null and not coalesce(s.is_cancelled, false)
      and (cast(:order_ids as text[]) is null or r.order_id = any(cast(:order_ids as text[])))
  ),
  told as materialized (
    select partly.order_id, t.variant_id, t.quantity::numeric as quantity
    from partly cross join lateral jsonb_each_text(partly.shipped) as t (variant_id, quantity)
  ),
  line as materialized (
    select o.id as order_id, li.id, li.variant_id, li.created_at, told.quantity as shipped, i.fulfilled_quantity,
      greatest(i.quantity - i.fulfilled_quantity - coalesce(d.quantity - d.served, 0), 0) as due
    from partly join "order" o on o.id = partly.order_id and o.canceled_at is null
    join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    join order_line_item li on li.id = i.item_id
    join told on told.order_id = o.id and told.variant_id = li.variant_id
    left join demand d on d.order_line_id = li.id
  ),
  reckoned as (
    select order_id, id, variant_id, due - least(due, greatest(0,
      shipped - sum(fulfilled_quantity) over product
        - coalesce(sum(due) over (product order by created_at, id rows between unbounded preceding and 1 preceding), 0))) as due
    from line window product as (partition by order_id, variant_id)
  ),
  held as (
    select ri.id, l.order_id, ri.inventory_item_id, ri.location_id, ri.quantity,
      sum(ri.quantity) over item - l.due * coalesce(part.required_quantity, 1)
        - coalesce(sum(ri.quantity) over (item order by ri.id rows between unbounded preceding and 1 preceding), 0) as beyond
    from reckoned l join reservation_item ri on ri.line_item_id = l.id and ri.deleted_at is null
    left join product_variant_inventory_item part on part.variant_id = l.variant_id and part.inventory_item_id = ri.inventory_item_id
      and part.deleted_at is null
    window item as (partition by l.id, ri.inventory_item_id)
  ),
  gone as (
    select ri.id, ri.order_id, ri.inventory_item_id, ri.location_id, least(ri.quantity, ri.beyond) as quantity, ${IS_OWN} as is_own
    from held ri where ri.beyond > 0
  )
  select gone.id, gone.order_id, gone.inventory_item_id, gone.location_id, gone.quantity::text as quantity, gone.is_own
  from gone join partly on partly.order_id = gone.order_id
  left join stock_freshness f on f.location_id = gone.location_id
  where ${isSettled}
  order by gone.id`

const IS_SETTLED = `(gone.is_own or coalesce(f.as_of >= partly.as_of, true))`

/** In the order in which `release-stock.ts` locks them. */
const LOCK = `
  select from (select distinct item_id from order_item where order_id = any(cast(:order_ids as text[])) and deleted_at is null) line
  join reservation_item ri on ri.line_item_id = line.item_id and ri.deleted_at is null
  order by ri.id for update of ri`

/**
 * What orders hold beyond what is still to be shipped, read again once nobody else can change it: a fulfilment of Medusa that is under way lessens both what is held and what is
 * to be shipped.
 */
async function lockedBeyond(trx: Knex.Transaction, order_ids: readonly string[] | null): Promise<HeldItem[]> {
  const found = await trx.raw<{ rows: HeldItem[] }>(beyond(IS_SETTLED), { order_ids: order_ids && [...order_ids] })
  if (found.rows.length === 0) {
    return []
  }
  const bindings = { order_ids: [...new Set(found.rows.map(({ order_id }) => order_id))] }
  await trx.raw(LOCK, bindings)
  const { rows } = await trx.raw<{ rows: HeldItem[] }>(beyond(IS_SETTLED), bindings)
  return rows
}

/** An order of which nothing is held, since the rest waits for supplies, has no term: it begins as they come. */
const STOP_TERMS = `
  update order_reservation r set reserved_until = null, warn_at = null, held_since = null, updated_at = now()
  where r.order_id = any(cast(:order_ids as text[])) and r.state = 'held' and not exists (
    select from order_item i join reservation_item ri on ri.line_item_id = i.item_id and ri.deleted_at is null
    where i.order_id = r.order_id and i.deleted_at is null)`

/**
 * Lets go of what orders that were shipped in part held for that part, once the stock of its warehouse was told since, as of an order that was shipped as a whole; what no
 * ERP tells of is taken off the stock at once. What is held follows from what was told, so asked again it does nothing; goods that come back are not held
 * anew.
 *
 * @param order_ids null = of all
 */
export async function settleShippedParts(trx: Knex.Transaction, order_ids: readonly string[] | null): Promise<void> {
  await lockReservations(trx, "alone")
  const rows = await lockedBeyond(trx, order_ids)
  if (rows.length === 0) {
    return
  }
  await letGo(trx, rows)
  const settled = [...new Set(rows.map(({ order_id }) => order_id))]
  await trx.raw(STOP_TERMS, { order_ids: settled })
  await logReservationChanges(
    trx,
    settled.map((order_id) => ({ order_id, kind: "shipped_partly", reserved_until: null }))
  )
}

/**
 * Of these orders the ones that hold goods which were shipped in part: they are not free, whatever becomes of the rest. Its warehouse was not told of since, or
 * the shipment after {@link settleShippedParts} looked at it.
 */
export async function shippedAndHeld(trx: Knex.Transaction, order_ids: readonly string[]): Promise<Set<string>> {
  if (order_ids.length === 0) {
    return new Set()
  }
  const { rows } = await trx.raw<{ rows: HeldItem[] }>(beyond(`true`), { order_ids: [...order_ids] })
  return new Set(rows.map(({ order_id }) => order_id))
}
