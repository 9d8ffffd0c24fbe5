import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { exactNumber } from "./exact-number"
import { KEPT } from "./kept-of-line"
import type { PriceNotice } from "./open-cart-lines"
import type { OrderTerms } from "./terms-of-contract"

/** What a line costs now. Prices are of one base unit, rounded to the currency. */
export interface CartLinePrice {
  line_id: string
  unit_price: string
  compare_at_unit_price: string | null
  /** The quantity that this is the price of. */
  priced_quantity: string
  notice: PriceNotice | null
}

const SQL = `
  update cart_line_item l set unit_price = p.unit_price::numeric, raw_unit_price = ${exactNumber("p.unit_price")},
    compare_at_unit_price = p.compare_at_unit_price::numeric, raw_compare_at_unit_price = ${exactNumber("p.compare_at_unit_price")},
    is_tax_inclusive = cast(:is_tax_inclusive as bool), is_custom_price = false, updated_at = now(),
    metadata = coalesce(l.metadata, '{}') || jsonb_build_object('kontor', ((${KEPT}) - 'price_notice')
      || cast(:terms as jsonb) || jsonb_build_object('priced_quantity', p.priced_quantity)
      || case when p.notice is null then '{}' else jsonb_build_object('price_notice', p.notice) end)
  from jsonb_to_recordset(cast(:prices as jsonb))
    as p(line_id text, unit_price text, compare_at_unit_price text, priced_quantity text, notice jsonb)
  where l.id = p.line_id and l.cart_id = :cart_id and l.deleted_at is null`

/** Writes prices into lines of a cart, under its lock, with the terms that they come from. */
export async function repriceCartLines(
  trx: Knex.Transaction,
  input: { cart_id: string; terms: Pick<OrderTerms, "price_type_id" | "prices_as_of" | "includes_vat">; prices: CartLinePrice[] }
): Promise<void> {
  const { cart_id, terms, prices } = input
  if (!prices.length) {
    return
  }
  await trx.raw(SQL, {
    cart_id,
    is_tax_inclusive: terms.includes_vat,
    terms: JSON.stringify({ price_type_id: terms.price_type_id, as_of: terms.prices_as_of }),
    prices: JSON.stringify(prices),
  })
}
