import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReviewState } from "../../modules/product-card/rules/review"
import { REVIEW_VERSION } from "./list-reviews"

export interface ReviewDecision {
  reviews: readonly { id: string; updated_at: string }[]
  state: Exclude<ReviewState, "new">
  /** Why it was declined. */
  reason: string | null
  decided_by: string | null
}

export interface DecidedReview {
  id: string
  product_id: string
  legal_entity_id: string
  rating: number
  former_state: ReviewState
  former_reason: string | null
}

/** See the trigger on reviews: rows of ratings are written by one decision at a time. */
const ALONE = `select pg_advisory_xact_lock(hashtextextended('kontor.product-reviews', 0))`

const DECIDE = `
  with named as materialized (
    select r.id, r.state as former_state, r.decision_reason as former_reason
    from unnest(cast(:ids as text[]), cast(:versions as text[])) as asked (id, version)
    join product_review r on r.id = asked.id and ${REVIEW_VERSION} = asked.version
    for update of r
  )
  update product_review r
  set state = :state, decision_reason = :reason, decided_by = :decided_by, decided_at = now(), updated_at = clock_timestamp()
  from named where r.id = named.id and (r.state, r.decision_reason) is distinct from (:state, cast(:reason as text))
  returning r.id, r.product_id, r.legal_entity_id, r.rating, named.former_state, named.former_reason`

/** Publishes or declines reviews as the staff has read them: one that was written anew since then, or is decided so already, is passed over. */
export async function decideReviews(
  trx: Knex.Transaction,
  { reviews, state, reason, decided_by }: ReviewDecision
): Promise<DecidedReview[]> {
  await trx.raw(ALONE)
  const bindings = { ids: reviews.map(({ id }) => id), versions: reviews.map(({ updated_at }) => updated_at), state, reason, decided_by }
  const { rows } = await trx.raw<{ rows: DecidedReview[] }>(DECIDE, bindings)
  return rows
}
