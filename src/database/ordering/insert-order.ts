import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { tieOrder } from "./tie-order"

export interface OrderWrite {
  cart_id: string
  contract_id: string
  legal_entity_id: string
  /** Sum of all lines, exact decimal in the cart's currency. */
  total: string
  /** Joined to the metadata of the cart. */
  metadata: Record<string, unknown>
}

export interface WrittenOrder {
  order_id: string
  display_id: number
}

const ADDRESS = `
  insert into order_address (
    id, customer_id, company, first_name, last_name, address_1, address_2, city, country_code, province, postal_code, phone, metadata)
  select cast(:id as text), a.customer_id, a.company, a.first_name, a.last_name, a.address_1, a.address_2, a.city, a.country_code,
    a.province, a.postal_code, a.phone, a.metadata
  from cart c join cart_address a on a.id = case when cast(:is_billing as bool) then c.billing_address_id else c.shipping_address_id end
  where c.id = :cart_id and a.deleted_at is null
  returning id`

const ORDER = `
  insert into "order" (
    id, region_id, customer_id, sales_channel_id, status, email, currency_code, locale, shipping_address_id, billing_address_id,
    no_notification, metadata)
  select cast(:id as text), c.region_id, c.customer_id, c.sales_channel_id, 'pending', c.email, c.currency_code, c.locale,
    cast(:shipping_address_id as text), cast(:billing_address_id as text), false,
    coalesce(c.metadata, '{}'::jsonb) || cast(:metadata as jsonb)
  from cart c where c.id = :cart_id
  returning id as order_id, display_id`

/** The totals that Medusa keeps for an order nothing has been paid of: each as a number and beside it in its exact form. */
const SUMMARY = `
  insert into order_summary (id, order_id, version, totals)
  select cast(:id as text), cast(:order_id as text), 1, jsonb_object_agg(name, value)
  from (
    select t.name, to_jsonb(t.value) as value from ${totals()}
    union all
    select 'raw_' || t.name, jsonb_build_object('value', t.value::text, 'precision', 20) from ${totals()}
  ) as pair(name, value)`

function totals(): string {
  const whole = ["current_order_total", "original_order_total", "accounting_total", "pending_difference"]
  const zero = ["paid_total", "refunded_total", "credit_line_total", "transaction_total"]
  const rows = [...whole.map((name) => `('${name}', trim_scale(cast(:total as numeric)))`), ...zero.map((name) => `('${name}', 0)`)]
  return `(values ${rows.join(", ")}) as t(name, value)`
}

const CART_LINK = `insert into order_cart (id, order_id, cart_id) values (:link_id, :order_id, :cart_id)`

const CLOSE_CART = `update cart set completed_at = now(), updated_at = now() where id = ?`

/**
 * Makes the head of an order from its cart: order, addresses, totals and the ties to cart, contract and legal entity; the cart is closed.
 * Lines follow by `insert-order-lines.ts`.
 */
export async function insertOrder(trx: Knex.Transaction, write: OrderWrite): Promise<WrittenOrder> {
  const shipping_address_id = await copyAddress(trx, write.cart_id, false)
  const billing_address_id = await copyAddress(trx, write.cart_id, true)
  const { rows } = await trx.raw<{ rows: [WrittenOrder] }>(ORDER, {
    id: generateEntityId("", "order"),
    cart_id: write.cart_id,
    shipping_address_id,
    billing_address_id,
    metadata: JSON.stringify(write.metadata),
  })
  const [order] = rows
  await trx.raw(SUMMARY, { id: generateEntityId("", "ordsum"), order_id: order.order_id, total: write.total })
  await trx.raw(CART_LINK, { link_id: generateEntityId("", "ordlink"), order_id: order.order_id, cart_id: write.cart_id })
  await tieOrder(trx, { order_id: order.order_id, contract_id: write.contract_id, legal_entity_id: write.legal_entity_id })
  await trx.raw(CLOSE_CART, [write.cart_id])
  return order
}

/** Orders have addresses of their own, so that a later change of the cart's does not reach them. */
async function copyAddress(trx: Knex.Transaction, cartId: string, is_billing: boolean): Promise<string | null> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(ADDRESS, { id: generateEntityId("", "ordaddr"), cart_id: cartId, is_billing })
  return rows[0]?.id ?? null
}
