import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"
import { assortmentOfCart } from "../visibility/make-assortment"
import { REFINEMENT_HOLDS } from "./refined-prices"

/** Whether the ERP's word on a cart holds, and why not otherwise. Times are ISO 8601. */
export interface RefinementState {
  refined: { at: string; valid_until: string; source: string; document: string | null; as_of: string } | null
  /** Set when the last attempt came to nothing (also while an earlier answer still holds), or nothing holds now. */
  not_refined: { code: string; at: string | null } | null
  /** Lines whose price is not the ERP's although the rest of the cart is refined. */
  remarks: RefinementRemark[]
}

export interface RefinementRemark {
  line_id: string
  variant_id: string
  article: string | null
  code: "line_missing" | "amount_far_off" | "unknown_to_erp"
  our_price: string
  erp_price: string | null
}

const NOT_ASKED = "not_asked"

/** SQL: the columns `refined` and `not_refined` of one cart; `cartId` is an expression. */
const headOfCart = (cartId: string) => `
  select case when r.holds then jsonb_build_object('at', r.refined_at, 'valid_until', r.valid_until, 'source', r.source,
      'document', r.document, 'as_of', r.as_of) end as refined,
    case when f.at is not null and (r.refined_at is null or f.at > r.refined_at) then jsonb_build_object('code', f.code, 'at', f.at)
      when r.holds then null
      when r.cart_id is null then '{"code": "${NOT_ASKED}", "at": null}'
      when r.valid_until <= now() then jsonb_build_object('code', 'refinement_expired', 'at', r.valid_until)
      else '{"code": "cart_changed", "at": null}' end as not_refined
  from (select ${cartId} as cart_id) as asked
  left join (select r.*, ${REFINEMENT_HOLDS} as holds from cart_refinement r) r on r.cart_id = asked.cart_id
  left join cart_refinement_failure f on f.cart_id = asked.cart_id`

const HEAD = headOfCart("cast(:cart_id as text)")

/**
 * SQL: what the staff sees of a cart beside its sum, as one JSON value; null where the ERP was never asked. `changed_lines` have another price by
 * the ERP's word than by our own, `own_lines` keep ours. `cartId` is an expression.
 */
export const refinementSummary = (cartId: string) => `(
    select json_build_object('refined', head.refined, 'not_refined', head.not_refined,
      'changed_lines', count(*) filter (where l.code is null and i.unit_price <> l.our_price), 'own_lines', count(*) filter (where l.code is not null))
    from (${headOfCart(cartId)}) head
    left join cart_refinement_line l on l.cart_id = ${cartId} and head.refined is not null
    left join cart_line_item i on i.id = l.line_id
    where head.refined is not null or head.not_refined ->> 'code' <> '${NOT_ASKED}'
    group by head.refined, head.not_refined)`

/** What {@link refinementSummary} gives. */
export interface RefinementSummary extends Pick<RefinementState, "refined" | "not_refined"> {
  changed_lines: number
  own_lines: number
}

/** Of what is hidden meanwhile nothing is told. */
const remarks = (sight: Sight) => `
  select l.line_id, i.variant_id, e.article, l.code, trim_scale(l.our_price)::text as our_price, trim_scale(l.erp_price)::text as erp_price
  from cart_refinement_line l
  join cart_line_item i on i.id = l.line_id and i.deleted_at is null
  join catalog_entry e on e.variant_id = i.variant_id and ${isVisible(sight)}
  where l.cart_id = :cart_id and l.code is not null order by i.created_at, i.id`

/** What is told of it beside the prices of a cart; null where the ERP was never asked. */
export async function toldRefinement(db: Knex, cartId: string): Promise<Pick<RefinementState, "refined" | "not_refined"> | null> {
  const { refined, not_refined } = await headOf(db, cartId)
  return not_refined?.code === NOT_ASKED ? null : { refined, not_refined }
}

/** What is kept of the ERP's word on a cart. */
export async function refinementOfCart(db: Knex, cartId: string): Promise<RefinementState> {
  const { refined, not_refined } = await headOf(db, cartId)
  return { refined, not_refined, remarks: refined ? await remarksOn(db, cartId) : [] }
}

async function remarksOn(db: Knex, cart_id: string): Promise<RefinementRemark[]> {
  const sight = await assortmentOfCart(db, { cart_id })
  const { rows } = await db.raw<{ rows: RefinementRemark[] }>(remarks(sight), { cart_id, ...sightBindings(sight) })
  return rows
}

async function headOf(db: Knex, cartId: string): Promise<Pick<RefinementState, "refined" | "not_refined">> {
  const { rows } = await db.raw<{ rows: [Pick<RefinementState, "refined" | "not_refined">] }>(HEAD, { cart_id: cartId })
  return rows[0]
}
