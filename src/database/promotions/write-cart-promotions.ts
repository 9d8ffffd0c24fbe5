import { batchIds } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { exactNumber } from "../ordering/exact-number"

/** What a promotion takes off a line, as it is written. */
export interface DiscountWrite {
  line_id: string
  promotion_id: string
  code: string
  amount: string
  /** Whether the promotion is reckoned of amounts with their tax; Medusa asks it where a line has tax lines. */
  is_tax_inclusive: boolean
}

/** Of an open cart nobody asks what it was once; what staff have put without a code is not a promotion's. */
const FORGET = `
  delete from cart_line_item_adjustment a using cart_line_item l
  where l.cart_id = :cart_id and a.item_id = l.id and a.code is not null`

const DISCOUNTS = `
  insert into cart_line_item_adjustment (id, item_id, promotion_id, code, amount, raw_amount, is_tax_inclusive, created_at)
  select d.id, d.line_id, d.promotion_id, d.code, d.amount::numeric, ${exactNumber("d.amount")}, d.is_tax_inclusive, now() + d.place * interval '1 microsecond'
  from jsonb_to_recordset(cast(:discounts as jsonb))
    as d(place int, id text, line_id text, promotion_id text, code text, amount text, is_tax_inclusive bool)`

const UNLINK = `
  update cart_promotion set deleted_at = now(), updated_at = now()
  where cart_id = :cart_id and deleted_at is null and promotion_id <> all(cast(:promotion_ids as text[]))`

const LINK = `
  insert into cart_promotion (id, cart_id, promotion_id)
  select p.id, :cart_id, p.promotion_id
  from jsonb_to_recordset(cast(:links as jsonb)) as p(id text, promotion_id text)
  on conflict (cart_id, promotion_id) do update set deleted_at = null, updated_at = now() where cart_promotion.deleted_at is not null`

/** Writes what promotions take off the lines of a cart in place of what they took off before, under its lock; those that take nothing off leave the cart, as in Medusa's own refresh. */
export async function writeCartPromotions(trx: Knex.Transaction, input: { cart_id: string; discounts: DiscountWrite[] }): Promise<void> {
  const { cart_id, discounts } = input
  const promotion_ids = [...new Set(discounts.map(({ promotion_id }) => promotion_id))]
  await trx.raw(FORGET, { cart_id })
  if (discounts.length > 0) {
    const ids = batchIds("caliadj", discounts.length)
    await trx.raw(DISCOUNTS, { discounts: JSON.stringify(discounts.map((discount, place) => ({ place, id: ids[place], ...discount }))) })
  }
  await trx.raw(UNLINK, { cart_id, promotion_ids })
  await linkPromotions(trx, { cart_id, promotion_ids })
}

/** Has a cart bear promotions, beside those that it bears. */
export async function linkPromotions(trx: Knex.Transaction, input: { cart_id: string; promotion_ids: string[] }): Promise<void> {
  const { cart_id, promotion_ids } = input
  if (promotion_ids.length > 0) {
    const ids = batchIds("cartpromo", promotion_ids.length)
    await trx.raw(LINK, { cart_id, links: JSON.stringify(promotion_ids.map((promotion_id, place) => ({ id: ids[place], promotion_id }))) })
  }
}
