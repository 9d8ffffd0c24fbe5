import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { KeptExplanation } from "./insert-order-lines"
import { KEPT_BYPASS } from "./quantity-bypass"
import { type OrderTies, tieOrder, untieOrder } from "./tie-order"

const HEAD = `
  update "order" o set updated_at = now(), metadata = coalesce(o.metadata, '{}') || jsonb_build_object('kontor', cast(:kept as jsonb) || jsonb_build_object(
    'employee_id', (select ec.employee_id from employee_customer ec where ec.customer_id = o.customer_id and ec.deleted_at is null limit 1)))
  where o.id = :order_id
  returning o.display_id`

/** What a line of the cart has been let past is known by the line of the cart, which `l` is. */
const LINES = `
  update order_line_item li set updated_at = now(), metadata = coalesce(li.metadata, '{}') || jsonb_build_object('kontor',
    (case when jsonb_typeof(li.metadata -> 'kontor') = 'object' then li.metadata -> 'kontor' else '{}' end - 'price_notice' - 'quantity_bypass')
      || jsonb_build_object('price', p.price) || ${KEPT_BYPASS})
  from jsonb_to_recordset(cast(:lines as jsonb)) as p(line_id text, cart_line_id text, price jsonb)
  join cart_line_item l on l.id = p.cart_line_id
  where li.id = p.line_id`

export interface AdoptedOrder extends OrderTies {
  /** Stands in `metadata.kontor`, beside the person who ordered. */
  kept: Record<string, unknown>
  lines: { line_id: string; cart_line_id: string; price: KeptExplanation }[]
}

/**
 * Makes of an order that Medusa has made of a cart one of its contract: with its ties, and with each line how its price came about.
 *
 * @returns its number
 */
export async function adoptOrderOfCart(trx: Knex.Transaction, { kept, lines, ...ties }: AdoptedOrder): Promise<number> {
  const { order_id, contract_id } = ties
  const { rows } = await trx.raw<{ rows: [{ display_id: number }] }>(HEAD, { order_id, kept: JSON.stringify(kept) })
  await trx.raw(LINES, { lines: JSON.stringify(lines), contract_id })
  await tieOrder(trx, ties)
  return rows[0].display_id
}

const FORGET = [
  `delete from promise p using demand d where d.id = p.demand_id and d.order_id = :order_id`,
  `delete from demand where order_id = :order_id`,
  `delete from order_reservation where order_id = :order_id`,
  `delete from erp_outbox where kind = 'order' and subject_id = :order_id`,
]

/** Of such an order that Medusa takes back; what it holds is let go of before. */
export async function forgetOrderOfCart(trx: Knex.Transaction, order_id: string): Promise<void> {
  for (const forget of FORGET) {
    await trx.raw(forget, { order_id })
  }
  await untieOrder(trx, order_id)
}

const DISCOUNTS = `
  select a.item_id as line_id, a.code, trim_scale(a.amount)::text as amount
  from "order" o
  join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
  join order_line_item_adjustment a on a.item_id = i.item_id and a.version = i.version and a.deleted_at is null and a.code is not null
  where o.id = :order_id
  order by a.created_at, a.id`

/** What promotions took off lines of an order, by id of the line. */
export async function discountsOfOrder(db: Knex, order_id: string): Promise<{ line_id: string; code: string; amount: string }[]> {
  return (await db.raw<{ rows: { line_id: string; code: string; amount: string }[] }>(DISCOUNTS, { order_id })).rows
}
