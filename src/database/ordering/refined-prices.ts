import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RefinedOrigin } from "../../modules/contract-pricing/rules/explain-price"
import { cartLinesDigest } from "./cart-lines-digest"

/** The price of a line by the ERP's own word, which holds now. */
export interface RefinedPrice extends RefinedOrigin {
  line_id: string
  entry_key: number
  /** Base units. */
  quantity: string
  /** Of one base unit, rounded to the currency. */
  price: string
}

/** SQL: whether the refinement `r` still holds: in its time, under the contract it was asked under, for the lines and quantities it was asked for. */
export const REFINEMENT_HOLDS = `r.valid_until > now()
    and r.contract_id = (select t.contract_id from cart_contract t where t.cart_id = r.cart_id and t.deleted_at is null limit 1)
    and r.lines_digest = ${cartLinesDigest("r.cart_id")}`

const SQL = `
  select l.line_id, e.key as entry_key, i.quantity::text, l.erp_price::text as price, r.source, r.document,
    to_jsonb(r.as_of) #>> '{}' as as_of, to_jsonb(r.refined_at) #>> '{}' as refined_at
  from cart_refinement r
  join cart_refinement_line l on l.cart_id = r.cart_id and l.code is null
  join cart_line_item i on i.id = l.line_id and i.deleted_at is null
  join catalog_entry e on e.variant_id = i.variant_id
  where r.cart_id = :cart_id and ${REFINEMENT_HOLDS}`

/** The ERP's prices of the lines of a cart, by id of the line; empty where it was not asked, or what it said holds no longer. */
export async function refinedPrices(db: Knex, cartId: string): Promise<Map<string, RefinedPrice>> {
  const { rows } = await db.raw<{ rows: RefinedPrice[] }>(SQL, { cart_id: cartId })
  return new Map(rows.map((row) => [row.line_id, row]))
}
