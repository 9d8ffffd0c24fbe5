import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { exactNumber } from "../ordering/exact-number"
import type { KeptExplanation } from "../ordering/insert-order-lines"
import type { PricedCartLine } from "../ordering/open-cart-lines"
import type { OrderTerms } from "../ordering/terms-of-contract"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"

const lines = (sight: Sight) => `
  select li.id, li.variant_id, e.key as entry_key, li.title, trim_scale(i.quantity)::text as quantity,
    trim_scale(coalesce(i.unit_price, li.unit_price))::text as unit_price, li.is_custom_price,
    case when ${isVisible(sight)} then e.article else li.variant_sku end as article, coalesce(e.is_listed and ${isVisible(sight)}, false) as is_listed,
    trim_scale(coalesce(i.compare_at_unit_price, li.compare_at_unit_price))::text as compare_at_unit_price,
    null as priced_quantity, null as notice, trim_scale(e.vat_rate)::text as vat_rate
  from "order" o
  join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null and i.quantity > 0
  join order_line_item li on li.id = i.item_id and li.deleted_at is null
  left join catalog_entry e on e.variant_id = li.variant_id
  where o.id = :order_id
  order by li.created_at, li.id
  for update of i, li`

/** The lines of an order that staff make, under its lock, in the shape of those of a cart. */
export async function lockDraftLines(trx: Knex.Transaction, input: { order_id: string; sight: Sight }): Promise<PricedCartLine[]> {
  const { order_id, sight } = input
  return (await trx.raw<{ rows: PricedCartLine[] }>(lines(sight), { order_id, ...sightBindings(sight) })).rows
}

/** What a line of a draft costs, and why. */
export interface DraftLinePrice {
  line_id: string
  /** Of one base unit, rounded to the currency. */
  unit_price: string
  retail_price: string | null
  price: KeptExplanation
}

const PRICES = `jsonb_to_recordset(cast(:prices as jsonb)) as p(line_id text, unit_price text, retail_price text, price jsonb)`

const AMOUNTS = `unit_price = p.unit_price::numeric, raw_unit_price = ${exactNumber("p.unit_price")},
    compare_at_unit_price = p.retail_price::numeric, raw_compare_at_unit_price = ${exactNumber("p.retail_price")}, updated_at = now()`

const LINES = `
  update order_line_item li set ${AMOUNTS}, is_custom_price = false, is_tax_inclusive = cast(:is_tax_inclusive as bool),
    metadata = coalesce(li.metadata, '{}') || jsonb_build_object('kontor',
      case when jsonb_typeof(li.metadata -> 'kontor') = 'object' then li.metadata -> 'kontor' else '{}' end
        || cast(:terms as jsonb) || jsonb_build_object('price', p.price))
  from ${PRICES} where li.id = p.line_id`

/** A change of a line leaves its price here too, where Medusa reads it first. */
const ITEMS = `
  update order_item i set ${AMOUNTS}
  from "order" o, ${PRICES}
  where o.id = :order_id and i.order_id = o.id and i.version = o.version and i.item_id = p.line_id and i.deleted_at is null`

/** Dealers' orders carry no tax lines: what of a price is VAT follows from the rate that its explanation keeps. */
const TAXES = `
  delete from order_line_item_tax_line t using "order" o, order_item i
  where o.id = :order_id and i.order_id = o.id and i.version = o.version and t.item_id = i.item_id`

/**
 * What automatic promotions took off, which orders that staff make are placed without: Medusa reckons it as a draft is made with its lines at once, and never where lines are
 * added. The draft has no promotion then that anybody could take off.
 */
const AUTOMATIC = `
  delete from order_line_item_adjustment a using "order" o, order_item i
  where o.id = :order_id and i.order_id = o.id and i.version = o.version and a.item_id = i.item_id and a.version = i.version and a.code is not null
    and not exists (select from order_promotion p where p.order_id = o.id and p.deleted_at is null)`

const TOTAL = `
  update order_summary s set updated_at = now(), totals = s.totals || (
    select jsonb_object_agg(name, to_jsonb(value)) || jsonb_object_agg('raw_' || name, jsonb_build_object('value', value::text, 'precision', 20))
    from (
      select name, trim_scale(cast(:total as numeric)) from unnest(array['current_order_total', 'original_order_total', 'accounting_total']) as name
      union all
      select 'pending_difference', trim_scale(cast(:total as numeric) - coalesce((s.totals ->> 'transaction_total')::numeric, 0))
    ) as t(name, value))
  from "order" o
  where o.id = :order_id and s.order_id = o.id and s.version = o.version and s.deleted_at is null`

/** Writes prices with their explanations into the lines of a draft, under its lock, and what it comes to; automatic promotions are taken off it. */
export async function writeDraftPrices(
  trx: Knex.Transaction,
  input: { order_id: string; terms: OrderTerms; prices: DraftLinePrice[]; total: string }
): Promise<void> {
  const { order_id, terms, total } = input
  const prices = JSON.stringify(input.prices)
  const origin = JSON.stringify({ price_type_id: terms.price_type_id, as_of: terms.prices_as_of })
  await trx.raw(LINES, { prices, terms: origin, is_tax_inclusive: terms.includes_vat })
  await trx.raw(ITEMS, { order_id, prices })
  await trx.raw(TAXES, { order_id })
  await trx.raw(AUTOMATIC, { order_id })
  await trx.raw(TOTAL, { order_id, total })
}
