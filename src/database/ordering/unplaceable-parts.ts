import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
  select part from (
    select 'adjustments' as part where exists (
      select from cart_line_item l join cart_line_item_adjustment a on a.item_id = l.id and a.deleted_at is null
      where l.cart_id = :cart_id and l.deleted_at is null and (a.promotion_id is null or a.code is null))
    union all
    select 'tax_lines' where exists (
      select from cart_line_item l join cart_line_item_tax_line t on t.item_id = l.id and t.deleted_at is null
      where l.cart_id = :cart_id and l.deleted_at is null)
    union all
    select 'shipping_methods' where exists (select from cart_shipping_method where cart_id = :cart_id and deleted_at is null)
    union all
    select 'credit_lines' where exists (select from credit_line where cart_id = :cart_id and deleted_at is null)
  ) as parts`

/** Parts of a cart that change its total and that placing does not carry over: told rather than dropped. What promotions take off is carried over; what else was taken off is not. */
export async function unplaceableParts(db: Knex, input: { cart_id: string }): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { part: string }[] }>(SQL, input)
  return rows.map(({ part }) => part)
}
