import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"
import type { KeptExplanation } from "./insert-order-lines"
import type { PricedCartLine } from "./open-cart-lines"

/** A line of an order as its open change leaves it. */
export interface EditedPriceLine extends PricedCartLine {
  /** The last action of the change that adds it or gives it another quantity; null = the change leaves its quantity. */
  action_id: string | null
  /** Whether staff have set its price in this change. */
  is_by_hand: boolean
  /** Of a line that has its former quantity again: the last action about it, and the price that it was placed at. Null of any other. */
  restored: { action_id: string; price: string } | null
}

/** The open change of an order. */
export interface OpenEdit {
  id: string
  /** Whether its promotions are reckoned anew from what the change comes to. */
  carries_promotions: boolean
}

const OPEN = `c.order_id = :order_id and c.status in ('pending', 'requested') and c.change_type = 'edit' and c.deleted_at is null`

const told = (field: string) => `coalesce(a.details #>> '{${field},value}', a.details ->> '${field}')::numeric`

const lines = (sight: Sight) => `
  with standing as (
    select i.item_id, i.quantity, i.unit_price
    from "order" o join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    where o.id = :order_id
  ),
  edited as (
    select distinct on (a.details ->> 'reference_id') a.details ->> 'reference_id' as item_id, a.id as action_id, a.action = 'ITEM_ADD' as is_added,
      ${told("quantity")} as quantity, ${told("unit_price")} as unit_price, (a.details ->> 'kontor_price')::numeric as own_price,
      bool_or(a.details ->> 'kontor_price' is not null) over (partition by a.details ->> 'reference_id') as is_priced_here
    from order_change c join order_change_action a on a.order_change_id = c.id and a.deleted_at is null and a.action in ('ITEM_ADD', 'ITEM_UPDATE')
    where ${OPEN}
    order by a.details ->> 'reference_id', a.ordering desc
  )
  select li.id, li.variant_id, e.key as entry_key, li.title, trim_scale(coalesce(edited.quantity, standing.quantity))::text as quantity,
    trim_scale(coalesce(edited.unit_price, standing.unit_price, li.unit_price))::text as unit_price, li.is_custom_price,
    case when ${isVisible(sight)} then e.article else li.variant_sku end as article, coalesce(e.is_listed and ${isVisible(sight)}, false) as is_listed,
    null as compare_at_unit_price, null as priced_quantity, null as notice, trim_scale(e.vat_rate)::text as vat_rate,
    case when edited.quantity is distinct from standing.quantity then edited.action_id end as action_id,
    coalesce(edited.unit_price is distinct from edited.own_price and case when edited.is_added
      then edited.unit_price <> li.unit_price or li.metadata #>> '{kontor,priced_by}' = 'hand' else edited.unit_price is not null end, false) as is_by_hand,
    case when edited.quantity = standing.quantity and edited.is_priced_here and edited.unit_price is not distinct from edited.own_price then
      jsonb_build_object('action_id', edited.action_id, 'price', trim_scale(coalesce(standing.unit_price, li.unit_price))::text) end as restored
  from standing full join edited on edited.item_id = standing.item_id
  join order_line_item li on li.id = coalesce(standing.item_id, edited.item_id) and li.deleted_at is null
  left join catalog_entry e on e.variant_id = li.variant_id
  where coalesce(edited.quantity, standing.quantity) > 0
  order by li.created_at, li.id`

const EDIT = `select c.id, coalesce(c.carry_over_promotions, false) as carries_promotions from order_change c where ${OPEN}`

/** Null of an order that is not being changed. */
export async function openEdit(db: Knex, order_id: string): Promise<OpenEdit | null> {
  return (await db.raw<{ rows: OpenEdit[] }>(EDIT, { order_id })).rows[0] ?? null
}

/** The lines that the open change of an order comes to, under the lock of the change: those that it leaves alone count for thresholds. */
export async function lockEditedLines(trx: Knex.Transaction, input: { order_id: string; sight: Sight }): Promise<EditedPriceLine[]> {
  const { order_id, sight } = input
  await trx.raw(`${EDIT} for update`, { order_id })
  return (await trx.raw<{ rows: EditedPriceLine[] }>(lines(sight), { order_id, ...sightBindings(sight) })).rows
}

/** Medusa's preview tells the price of what is added as it is written: as a number, wherever one of JavaScript is exact. */
const WRITTEN = `
  case when length(regexp_replace(p.price, '\\D', '', 'g')) <= 15 then to_jsonb(p.price::numeric)
    else jsonb_build_object('value', p.price, 'precision', 20) end`

const PRICES = `
  update order_change_action a set updated_at = now(), details = a.details || jsonb_build_object('unit_price', ${WRITTEN}, 'kontor_price', p.price)
  from jsonb_to_recordset(cast(:prices as jsonb)) as p(action_id text, price text)
  where a.id = p.action_id and (${told("unit_price")}, (a.details ->> 'kontor_price')::numeric) is distinct from (p.price::numeric, p.price::numeric)`

/**
 * Writes prices into the open change of an order, which takes effect with them.
 *
 * @returns whether any of them is another than was written before
 */
export async function writeEditedPrices(trx: Knex.Transaction, prices: { action_id: string; price: string }[]): Promise<boolean> {
  if (prices.length === 0) {
    return false
  }
  const { rowCount } = await trx.raw<{ rowCount: number }>(PRICES, { prices: JSON.stringify(prices) })
  return rowCount > 0
}

const KEPT_HERE = `case when jsonb_typeof(li.metadata -> 'kontor') = 'object' then li.metadata -> 'kontor' else '{}' end`

const KEEP = `
  update order_line_item li set updated_at = now(), metadata = coalesce(li.metadata, '{}') || jsonb_build_object('kontor',
    ${KEPT_HERE} || jsonb_build_object('price', p.price) || case when li.metadata #> '{kontor,price}' is null then '{}' else
      jsonb_build_object('former_prices', coalesce(li.metadata #> '{kontor,former_prices}', '[]') || jsonb_build_array(li.metadata #> '{kontor,price}')) end)
  from jsonb_to_recordset(cast(:lines as jsonb)) as p(line_id text, price jsonb)
  where li.id = p.line_id and li.metadata #> '{kontor,price}' is distinct from p.price`

/** Keeps with lines of an order how their new prices came about; what was kept before stays beside it in `former_prices`. */
export async function keepEditedPrices(trx: Knex.Transaction, lines: { line_id: string; price: KeptExplanation }[]): Promise<void> {
  await trx.raw(KEEP, { lines: JSON.stringify(lines) })
}
