import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { exactNumber } from "./exact-number"

/** A line as it shall be. Prices are of one base unit, rounded to the currency. */
export interface CartLineWrite {
  id: string
  variant_id: string
  /** Whole base units: Medusa keeps the quantity of a cart line as an integer. */
  quantity: string
  unit_price: string
  compare_at_unit_price: string | null
  metadata: Record<string, unknown>
}

export interface CartLinesWrite {
  cart_id: string
  is_tax_inclusive: boolean
  added: CartLineWrite[]
  updated: CartLineWrite[]
}

const RECORD = `l(position int, id text, variant_id text, quantity int, unit_price text, compare_at_unit_price text, metadata jsonb)`

/**
 * The columns are those that Medusa's own `prepareLineItemData` fills, copied from the product tables in place. The microsecond per line
 * keeps the order in which they were asked for.
 */
const INSERT = `
  insert into cart_line_item (
    id, cart_id, title, subtitle, thumbnail, quantity, variant_id, product_id, product_title, product_description, product_subtitle,
    product_type, product_type_id, product_collection, product_handle, variant_sku, variant_barcode, variant_title, requires_shipping,
    is_discountable, is_giftcard, is_tax_inclusive, unit_price, raw_unit_price, compare_at_unit_price, raw_compare_at_unit_price,
    metadata, created_at)
  select l.id, :cart_id, p.title, v.title, coalesce(v.thumbnail, p.thumbnail), l.quantity, v.id, p.id, p.title, p.description, p.subtitle,
    t.value, t.id, c.title, p.handle, v.sku, v.barcode, v.title,
    exists (select from product_shipping_profile s where s.product_id = p.id and s.deleted_at is null) or exists (
      select from product_variant_inventory_item i join inventory_item ii on ii.id = i.inventory_item_id and ii.requires_shipping
      where i.variant_id = v.id and i.deleted_at is null),
    p.discountable, p.is_giftcard, :is_tax_inclusive, l.unit_price::numeric, ${exactNumber("l.unit_price")},
    l.compare_at_unit_price::numeric, ${exactNumber("l.compare_at_unit_price")}, l.metadata, now() + l.position * interval '1 microsecond'
  from jsonb_to_recordset(cast(:lines as jsonb)) as ${RECORD}
  join product_variant v on v.id = l.variant_id
  join product p on p.id = v.product_id
  left join product_type t on t.id = p.type_id
  left join product_collection c on c.id = p.collection_id`

const UPDATE = `
  update cart_line_item as line set quantity = l.quantity, unit_price = l.unit_price::numeric, raw_unit_price = ${exactNumber("l.unit_price")},
    compare_at_unit_price = l.compare_at_unit_price::numeric, raw_compare_at_unit_price = ${exactNumber("l.compare_at_unit_price")},
    is_tax_inclusive = :is_tax_inclusive, is_custom_price = false,
    metadata = coalesce(line.metadata, '{}'::jsonb) || l.metadata, updated_at = now()
  from jsonb_to_recordset(cast(:lines as jsonb)) as ${RECORD}
  where line.id = l.id and line.cart_id = :cart_id and line.deleted_at is null`

const TOUCH = `update cart set updated_at = now() where id = ?`

/** Writes all lines of one request as two sets, under the lock of the cart. */
export async function writeCartLines(trx: Knex.Transaction, write: CartLinesWrite): Promise<void> {
  const { cart_id, is_tax_inclusive } = write
  const send = (sql: string, lines: CartLineWrite[]) =>
    trx.raw(sql, { cart_id, is_tax_inclusive, lines: JSON.stringify(lines.map((line, position) => ({ position, ...line }))) })
  if (write.added.length) {
    await send(INSERT, write.added)
  }
  if (write.updated.length) {
    await send(UPDATE, write.updated)
  }
  await trx.raw(TOUCH, [cart_id])
}
