import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReviewState } from "../../modules/product-card/rules/review"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"

/** A review as the staff decides about it. */
export interface ReviewListing {
  id: string
  product: { id: string; title: string | null; article: string | null }
  author: { employee_id: string; name: string | null; legal_entity: string | null }
  rating: number
  text: string
  state: ReviewState
  decision_reason: string | null
  created_at: string
  /** The version that a decision is about. */
  updated_at: string
}

/** SQL: the version of a review `r`. */
export const REVIEW_VERSION = `to_char(r.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

export interface ReviewFilter {
  state?: ReviewState | undefined
  product_id?: string | undefined
  /** Part of the text, of the product's name or of the author's. */
  q?: string | undefined
}

const CONDITIONS = {
  state: "r.state = :state",
  product_id: "r.product_id = :product_id",
  q: "(r.text ilike :q or p.title ilike :q or a.name ilike :q)",
}

/** What waits stands first, what waits longest before; then what was decided, the last before. */
const ORDER = `(r.state = 'new') desc, case when r.state = 'new' then r.updated_at end, r.updated_at desc, r.id`

/** Reviews by pages. */
export async function listReviews(
  db: Knex,
  { filter, limit, offset }: { filter: ReviewFilter; limit: number; offset: number }
): Promise<{ product_reviews: ReviewListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const where = conditions.length > 0 ? `where ${conditions.join(" and ")}` : ""
  const sql = `
    with found as (
      select r.*, p.title, a.name from product_review r
      left join product p on p.id = r.product_id left join employee a on a.id = r.employee_id ${where}
    )
    select counted.total_count, r.id, r.rating, r.text, r.state, r.decision_reason, to_jsonb(r.created_at) #>> '{}' as created_at,
      ${REVIEW_VERSION} as updated_at,
      json_build_object('id', r.product_id, 'title', r.title, 'article', (
        select e.article from catalog_entry e where e.product_id = r.product_id order by e.is_listed desc, e.sort_title, e.key limit 1
      )) as product,
      json_build_object('employee_id', r.employee_id, 'name', r.name, 'legal_entity', (
        select l.name from legal_entity l where l.id = r.legal_entity_id
      )) as author
    from (select count(*)::int as total_count from found) counted
    left join lateral (select * from found r order by ${ORDER} limit :limit offset :offset) r on true
    order by ${ORDER}`
  const { rows } = await db.raw<{ rows: CountedRow<ReviewListing>[] }>(sql, { ...bindings, limit, offset })
  const { rows: product_reviews, count } = countedPage(rows)
  return { product_reviews, count }
}
