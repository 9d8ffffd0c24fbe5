import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A line of a cart with the catalogue entry it stands for. */
export interface CartLine {
  id: string
  variant_id: string | null
  /** Null when the variant is not in the dealer catalogue. */
  entry_key: number | null
  title: string
  quantity: string
  unit_price: string
  is_custom_price: boolean
}

const LINES = `
  select l.id, l.variant_id, e.key as entry_key, l.title, l.quantity::text, trim_scale(l.unit_price)::text as unit_price, l.is_custom_price
  from cart_line_item l
  left join catalog_entry e on e.variant_id = l.variant_id
  where l.cart_id = ? and l.deleted_at is null
  order by l.created_at, l.id`

/** The lines of a cart in the order they were put in. */
export async function openCartLines(db: Knex, cartId: string): Promise<CartLine[]> {
  const { rows } = await db.raw<{ rows: CartLine[] }>(LINES, [cartId])
  return rows
}

/** The same, with every line locked: a stock route changes a line without asking for the lock of the cart. */
export async function lockCartLines(trx: Knex.Transaction, cartId: string): Promise<CartLine[]> {
  const { rows } = await trx.raw<{ rows: CartLine[] }>(`${LINES} for update of l`, [cartId])
  return rows
}
