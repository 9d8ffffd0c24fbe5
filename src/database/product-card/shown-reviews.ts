import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cityOf } from "../../modules/product-card/rules/city-of"
import { firstName } from "../../modules/product-card/rules/first-name"
import { type Rating, ratingOf, readRating } from "../../modules/product-card/rules/rating"
import type { ReviewAuthor, ReviewState, Signature } from "../../modules/product-card/rules/review"
import { countedPage, type CountedRow } from "../counted-page"

/** A published review, as other dealers read it. */
export interface ShownReview {
  id: string
  rating: number
  text: string
  author: ReviewAuthor
  /** ISO 8601. */
  published_at: string
}

/** What the reader himself has said, and what became of it. */
export interface OwnReview {
  id: string
  rating: number
  text: string
  state: ReviewState
  decision_reason: string | null
  updated_at: string
}

type Row = Omit<ShownReview, "author"> & { name: string | null; address: string | null; shown: Signature }

const PUBLISHED = `
  select counted.total_count, r.id, r.rating, r.text, to_jsonb(r.decided_at) #>> '{}' as published_at, a.name, l.address, s.shown
  from (select count(*)::int as total_count from product_review where product_id = :product_id and state = 'published') counted
  left join lateral (
    select * from product_review where product_id = :product_id and state = 'published' order by decided_at desc, id limit :limit offset :offset
  ) r on true
  left join employee a on a.id = r.employee_id
  left join lateral (select coalesce(e.actual_address, e.address) as address from legal_entity e where e.id = r.legal_entity_id) l on true
  left join lateral (
    select coalesce((select shown from review_signature where legal_entity_id = r.legal_entity_id), 'first_name') as shown
  ) s on true
  order by r.decided_at desc, r.id`

const OWN = `
  select id, rating, text, state, decision_reason, to_jsonb(updated_at) #>> '{}' as updated_at
  from product_review where product_id = :product_id and employee_id = :employee_id`

export interface ReviewsOfProduct {
  rating: Rating | null
  reviews: ShownReview[]
  count: number
  own: OwnReview | null
}

/** A page of what was published of a product, the newest first, and what the reader has said himself. */
export async function shownReviews(
  db: Knex,
  { product_id, employee_id, limit, offset }: { product_id: string; employee_id: string; limit: number; offset: number }
): Promise<ReviewsOfProduct> {
  const published = await db.raw<{ rows: CountedRow<Row>[] }>(PUBLISHED, { product_id, limit, offset })
  const { rows, count } = countedPage(published.rows)
  const own = await ownReview(db, { product_id, employee_id })
  const written = await db.raw<{ rows: { rating: string | null }[] }>(`select (${ratingOf(":product_id")}) as rating`, { product_id })
  const reviews = rows.map(({ name, address, shown, ...review }) => ({ ...review, author: authorOf({ name, address, shown }) }))
  return { rating: readRating(written.rows[0]?.rating ?? null), reviews, count, own }
}

export async function ownReview(
  db: Knex,
  { product_id, employee_id }: { product_id: string; employee_id: string }
): Promise<OwnReview | null> {
  const { rows } = await db.raw<{ rows: OwnReview[] }>(OWN, { product_id, employee_id })
  return rows[0] ?? null
}

function authorOf({ name, address, shown }: Pick<Row, "name" | "address" | "shown">): ReviewAuthor {
  return {
    name: shown === "nobody" ? null : firstName(name ?? ""),
    city: shown === "first_name_and_city" ? cityOf(address) : null,
  }
}
