import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { REFINEMENT_HOLDS } from "../ordering/refined-prices"

/** A line of a cart or an order, of which nothing more is asked. */
export interface LineOfGoods {
  id: string
  variant_id: string | null
}

const SQL = `
  select i.id
  from jsonb_to_recordset(cast(:lines as jsonb)) as i(id text, variant_id text)
  join catalog_entry e on e.variant_id = i.variant_id
  where exists (select from trait_entry t join exclusive_label x on x.trait_key = t.trait_key where t.entry_key = e.key)
  union
  select l.line_id
  from cart_refinement r
  join cart_refinement_line l on l.cart_id = r.cart_id and l.code is null
  where r.cart_id = cast(:cart_id as text) and ${REFINEMENT_HOLDS}`

/**
 * Ids of the lines that promotions leave alone: goods whose price an exclusive label keeps from every discount, and lines of a cart whose price is the ERP's own word, which
 * has all discounts in it. `cart_id`: null for lines of an order.
 */
export async function linesApart(db: Knex, input: { cart_id: string | null; lines: LineOfGoods[] }): Promise<ReadonlySet<string>> {
  const { cart_id, lines } = input
  const { rows } = await db.raw<{ rows: { id: string }[] }>(SQL, { cart_id, lines: JSON.stringify(lines) })
  return new Set(rows.map(({ id }) => id))
}
