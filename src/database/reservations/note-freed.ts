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
 * What the last edit of an order took from its lines without giving it back. Medusa marks what it takes, and reserves the lines anew; what is marked is
 * deleted, so that an edit that is told twice is counted once.
 */
const EDITED = `
  with gone as (
    delete from reservation_item ri
    using (select distinct item_id from order_item where order_id = :order_id) line,
      (select max(confirmed_at) as at from order_change where order_id = :order_id and deleted_at is null) edit
    where ri.line_item_id = line.item_id and ri.deleted_at >= edit.at
    returning ri.line_item_id, ri.inventory_item_id, ri.location_id, ri.quantity
  ),
  kept as (
    select ri.inventory_item_id, ri.location_id, sum(ri.quantity) as quantity from reservation_item ri
    where ri.deleted_at is null and ri.line_item_id in (select line_item_id from gone) group by 1, 2
  )
  select gone.inventory_item_id, gone.location_id, (sum(gone.quantity) - coalesce(max(kept.quantity), 0))::text as quantity
  from gone left join kept on kept.inventory_item_id = gone.inventory_item_id and kept.location_id = gone.location_id
  group by 1, 2 having sum(gone.quantity) > coalesce(max(kept.quantity), 0)`

/** Puts down what an edit of an order that holds its goods has freed. Told again it does nothing. */
export async function noteFreedByEdit(trx: Knex.Transaction, { order_id }: { order_id: string }): Promise<void> {
  const { rows } = await trx.raw<{ rows: FreedGoods[] }>(EDITED, { order_id })
  await noteFreed(trx, rows)
}
