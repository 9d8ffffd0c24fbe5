import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Goods that an order held and holds no more. Stock units, exact decimal. */
export interface FreedGoods {
  inventory_item_id: string
  location_id: string
  quantity: string
}

/** What nobody waits for is not kept: it is free for whoever orders next. */
const NOTE = `
  insert into freed_stock (inventory_item_id, location_id, quantity)
  select f.item, f.location, sum(f.quantity)
  from unnest(cast(:items as text[]), cast(:locations as text[]), cast(:quantities as numeric[])) as f (item, location, quantity)
  where f.quantity > 0 and exists (
    select from product_variant_inventory_item i
    join catalog_entry e on e.variant_id = i.variant_id
    join demand d on d.entry_key = e.key and d.quantity > d.served
    where i.inventory_item_id = f.item and i.deleted_at is null)
  group by 1, 2 order by 1, 2`

/**
 * Puts down what was freed, in the transaction that frees it and under its locks on stock, for `serve-freed.ts` to share out: whoever orders at the same
 * moment waits at those locks, or is seen here.
 */
export async function noteFreed(trx: Knex.Transaction, goods: readonly FreedGoods[]): Promise<void> {
  if (goods.length === 0) {
    return
  }
  await trx.raw(NOTE, {
    items: goods.map(({ inventory_item_id }) => inventory_item_id),
    locations: goods.map(({ location_id }) => location_id),
    quantities: goods.map(({ quantity }) => quantity),
  })
}

/**
 * What the edits of an order since the last one that was looked at took from its lines without giving it back: what was held before the first of them, without
 * what is held now. Medusa marks what it takes, and reserves the lines anew; what is marked is deleted, so that an edit that is told twice is counted once.
 */
const EDITED = `
  with edit as materialized (
    select min(c.confirmed_at) as since, max(c.confirmed_at) as until
    from order_reservation r
    join order_change c on c.order_id = r.order_id and c.change_type = 'edit' and c.confirmed_at > r.edits_seen_at and c.deleted_at is null
    where r.order_id = :order_id
  ),
  seen as (
    update order_reservation r set edits_seen_at = edit.until from edit where r.order_id = :order_id and edit.until is not null
  ),
  gone as (
    delete from reservation_item ri using (select distinct item_id from order_item where order_id = :order_id) line, edit
    where ri.line_item_id = line.item_id and ri.deleted_at >= edit.since
    returning ri.line_item_id, ri.inventory_item_id, ri.location_id, case when ri.created_at < edit.since then ri.quantity else 0 end as quantity
  ),
  kept as (
    select ri.inventory_item_id, ri.location_id, sum(ri.quantity) as quantity from reservation_item ri
    where ri.deleted_at is null and ri.line_item_id in (select line_item_id from gone) group by 1, 2
  )
  select gone.inventory_item_id, gone.location_id, (sum(gone.quantity) - coalesce(max(kept.quantity), 0))::text as quantity
  from gone left join kept on kept.inventory_item_id = gone.inventory_item_id and kept.location_id = gone.location_id
  group by 1, 2 having sum(gone.quantity) > coalesce(max(kept.quantity), 0)`

/** What edits of an order have freed since they were last asked about, under the lock that nobody else changes reservations under. */
export async function freedByEdits(trx: Knex.Transaction, { order_id }: { order_id: string }): Promise<FreedGoods[]> {
  const { rows } = await trx.raw<{ rows: FreedGoods[] }>(EDITED, { order_id })
  return rows
}
