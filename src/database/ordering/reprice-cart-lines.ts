import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface CartLinePrice {
  line_id: string
  /** Rounded to the currency. */
  unit_price: string
}

const SQL = `
  update cart_line_item l set unit_price = p.unit_price::numeric,
    raw_unit_price = jsonb_build_object('value', p.unit_price, 'precision', 20), is_custom_price = false, updated_at = now()
  from jsonb_to_recordset(cast(:prices as jsonb)) as p(line_id text, unit_price text)
  where l.id = p.line_id and l.cart_id = :cart_id and l.deleted_at is null`

/** Writes prices into lines of a cart, under its lock. */
export async function repriceCartLines(trx: Knex.Transaction, input: { cart_id: string; prices: CartLinePrice[] }): Promise<void> {
  await trx.raw(SQL, { cart_id: input.cart_id, prices: JSON.stringify(input.prices) })
}
