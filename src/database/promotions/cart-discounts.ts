import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What one promotion takes off one line of a cart. */
export interface LineDiscount {
  line_id: string
  promotion_id: string | null
  code: string | null
  /** Money of the cart's currency, exact decimal. */
  amount: string
}

const SQL = `
  select l.id as line_id, a.promotion_id, a.code, trim_scale(a.amount)::text as amount
  from cart_line_item l
  join cart_line_item_adjustment a on a.item_id = l.id and a.deleted_at is null
  where l.cart_id = :cart_id and l.deleted_at is null
    and exists (select from cart_promotion where cart_id = :cart_id and deleted_at is null)
  order by l.created_at, l.id, a.created_at, a.id`

/** What promotions take off the lines of a cart as it stands; the lines are not looked at where it has no promotion. */
export async function cartDiscounts(db: Knex, cartId: string): Promise<LineDiscount[]> {
  return (await db.raw<{ rows: LineDiscount[] }>(SQL, { cart_id: cartId })).rows
}

/** SQL: money that promotions take off a whole cart; `cartId` is an expression. */
export const discountOfCart = (cartId: string) => `coalesce((
    select sum(a.amount) from cart_line_item d join cart_line_item_adjustment a on a.item_id = d.id and a.deleted_at is null
    where d.cart_id = ${cartId} and d.deleted_at is null and exists (select from cart_promotion p where p.cart_id = ${cartId} and p.deleted_at is null)), 0)`
