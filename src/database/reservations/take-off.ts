import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { HeldItem, ReleasedItem } from "./release-stock"

/**
 * SQL: tables of what has left of the orders `:order_ids` and was not let go of before, item by item in stock units (`room`), as {@link takeOff} reckons
 * it.
 */
export const ROOM = `
  ordered as (
    select r.order_id, r.settled, li.variant_id, sum(i.quantity) as quantity, sum(i.fulfilled_quantity) as fulfilled,
      case when s.shipped_on is null then coalesce((s.shipped ->> li.variant_id)::numeric, 0) end as shipped
    from order_reservation r
    join "order" o on o.id = r.order_id
    join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    join order_line_item li on li.id = i.item_id and li.variant_id is not null
    left join order_state s on s.order_id = r.order_id and s.deleted_at is null
    where r.order_id = any(cast(:order_ids as text[]))
    group by r.order_id, li.variant_id, s.shipped_on, s.shipped
  ),
  room as (
    select l.order_id, part.inventory_item_id as item,
      greatest(sum(greatest(least(l.quantity, l.shipped) - l.fulfilled, 0) * part.required_quantity)
        - coalesce((l.settled ->> part.inventory_item_id)::numeric, 0), 0) as quantity
    from ordered l join product_variant_inventory_item part on part.variant_id = l.variant_id and part.deleted_at is null
    group by l.order_id, l.settled, part.inventory_item_id
  )`

/**
 * What has left of orders, item by item, is as much as the ERP has shipped of them, all of one that was shipped as a whole, without what Medusa's fulfilments
 * handed over, which take it off themselves. What of it was let go of before is remembered (`settled`): Medusa's edit of an order reserves its lines
 * anew, what was shipped of them too, and that is to be let go of once more, and not taken off once more. Where nobody knows what an order has of
 * an item, it is all that was held. Of the warehouses that an item is let go of in, those that no ERP tells of are the first.
 */
const TAKE_OFF = `
  with let_go as materialized (
    select g.place, g.order_id, g.item, g.location, g.quantity, g.is_own
    from unnest(cast(:order_ids as text[]), cast(:items as text[]), cast(:locations as text[]), cast(:quantities as numeric[]), cast(:own as boolean[]))
      with ordinality as g (order_id, item, location, quantity, is_own, place)
  ),
  ${ROOM},
  gone as materialized (
    select g.order_id, g.item, g.location, g.is_own,
      case when room.quantity is null then g.quantity
        else greatest(0, least(g.quantity, room.quantity - coalesce(sum(g.quantity) over ahead, 0))) end as quantity
    from let_go g left join room on room.order_id = g.order_id and room.item = g.item
    window ahead as (partition by g.order_id, g.item order by g.is_own desc, g.place rows between unbounded preceding and 1 preceding)
  ),
  noted as (
    update order_reservation r set settled = r.settled || told.settled
    from (
      select sums.order_id, jsonb_object_agg(sums.item, trim_scale(coalesce((o.settled ->> sums.item)::numeric, 0) + sums.quantity)::text) as settled
      from (select order_id, item, sum(quantity) as quantity from gone where quantity > 0 group by 1, 2) sums
      join order_reservation o on o.order_id = sums.order_id
      group by 1
    ) told
    where r.order_id = told.order_id
  ),
  taken as (
    update inventory_level l set stocked_quantity = greatest(l.stocked_quantity - g.quantity, 0),
      raw_stocked_quantity = jsonb_build_object('value', trim_scale(greatest(l.stocked_quantity - g.quantity, 0))::text, 'precision', 20), updated_at = now()
    from (select item, location, sum(quantity) as quantity from gone where is_own and quantity > 0 group by 1, 2) g
    where l.inventory_item_id = g.item and l.location_id = g.location and l.deleted_at is null
  )
  select order_id, item as inventory_item_id, location as location_id, quantity::text as quantity from gone where quantity > 0`

/**
 * Takes goods that have left off the stock that no ERP tells of, once, under the locks on that stock; and remembers what has left.
 *
 * @returns what of them had not been let go of before
 */
export async function takeOff(trx: Knex.Transaction, items: readonly Omit<HeldItem, "id">[]): Promise<ReleasedItem[]> {
  if (items.length === 0) {
    return []
  }
  const { rows } = await trx.raw<{ rows: ReleasedItem[] }>(TAKE_OFF, {
    order_ids: items.map(({ order_id }) => order_id),
    items: items.map(({ inventory_item_id }) => inventory_item_id),
    locations: items.map(({ location_id }) => location_id),
    quantities: items.map(({ quantity }) => quantity),
    own: items.map(({ is_own }) => is_own),
  })
  return rows
}
