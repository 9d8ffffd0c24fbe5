import { batchIds } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExplainedStep } from "../../modules/contract-pricing/rules/explain-price"
import { KEPT } from "./kept-of-line"
import { KEPT_BYPASS } from "./quantity-bypass"

const IDS = `jsonb_to_recordset(cast(:ids as jsonb)) as i(position int, cart_line_id text, line_id text, item_id text, price jsonb)`

const COPIED = `title, subtitle, thumbnail, variant_id, product_id, product_title, product_description, product_subtitle, product_type,
    product_type_id, product_collection, product_handle, variant_sku, variant_barcode, variant_title, variant_option_values,
    requires_shipping, is_discountable, is_giftcard, is_custom_price, compare_at_unit_price, raw_compare_at_unit_price,
    unit_price, raw_unit_price`

const LINES = `
  insert into order_line_item (id, created_at, is_tax_inclusive, metadata, ${COPIED})
  select i.line_id, now() + i.position * interval '1 microsecond', cast(:is_tax_inclusive as bool),
    coalesce(l.metadata, '{}') || jsonb_build_object('kontor', ((${KEPT}) - 'price_notice' - 'quantity_bypass')
      || jsonb_build_object('price', i.price) || ${KEPT_BYPASS}),
    ${COPIED}
  from ${IDS}
  join cart_line_item l on l.id = i.cart_line_id`

/** The item carries what changes after the order is placed: quantities fulfilled, shipped, returned. */
const ITEMS = `
  insert into order_item (
    id, created_at, order_id, version, item_id, quantity, raw_quantity, fulfilled_quantity, shipped_quantity, return_requested_quantity,
    return_received_quantity, return_dismissed_quantity, written_off_quantity, metadata)
  select i.item_id, now() + i.position * interval '1 microsecond', cast(:order_id as text), 1, i.line_id, l.quantity,
    jsonb_build_object('value', l.quantity::text, 'precision', 20), 0, 0, 0, 0, 0, 0, l.metadata
  from ${IDS}
  join cart_line_item l on l.id = i.cart_line_id`

/** How the price of a line came about, kept with the order for good. */
export interface KeptExplanation {
  contract_id: string
  /** YYYY-MM-DD */
  day: string
  quantity: string
  /** Percent of VAT that it was placed at; null = without VAT, or not told. */
  vat_rate: string | null
  steps: ExplainedStep[]
}

/**
 * Copies lines of the cart into the order, in their order. Whether prices include VAT is told by the price type, since Medusa's own cart
 * routes know it by region or currency only. How each price came about stands in `metadata.kontor.price`, who let a line past the order rules
 * in `metadata.kontor.quantity_bypass`.
 *
 * @returns the id of the order's line for each line of the cart
 */
export async function insertOrderLines(
  trx: Knex.Transaction,
  input: { order_id: string; contract_id: string; lines: { cart_line_id: string; price: KeptExplanation }[]; is_tax_inclusive: boolean }
): Promise<Map<string, string>> {
  const count = input.lines.length
  const lineIds = batchIds("ordli", count)
  const itemIds = batchIds("orditem", count)
  const ids = input.lines.map((line, position) => ({
    position,
    ...line,
    line_id: lineIds[position],
    item_id: itemIds[position],
  }))
  const bindings = { ids: JSON.stringify(ids), order_id: input.order_id }
  await trx.raw(LINES, { ids: bindings.ids, contract_id: input.contract_id, is_tax_inclusive: input.is_tax_inclusive })
  await trx.raw(ITEMS, bindings)
  return new Map(lineIds.map((line_id, position) => [input.lines[position]?.cart_line_id ?? "", line_id]))
}
