import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type ReviewState, REVIEWS_WAITING_MAX } from "../../modules/product-card/rules/review"

export interface ReviewDraft {
  product_id: string
  employee_id: string
  legal_entity_id: string
  /** One to five. */
  rating: number
  text: string
}

interface Written {
  id: string
  rating: number
  text: string
  state: ReviewState
}

export interface SavedReview {
  id: string
  /** What the author had said before; null = nothing. */
  before: Omit<Written, "id"> | null
  /** False where he says the same again: what was decided holds. */
  is_changed: boolean
}

/** One person writes one review at a time, so that he is counted right. */
const ALONE = `select pg_advisory_xact_lock(hashtextextended('kontor.review-of.' || :employee_id, 0))`

const STANDING = `select id, rating, text, state from product_review where product_id = :product_id and employee_id = :employee_id for update`

const WAITING = `select count(*)::int as waiting from product_review where employee_id = :employee_id and state = 'new'`

const INSERT = `
  insert into product_review (id, product_id, employee_id, legal_entity_id, rating, text)
  values (kontor_id('prev', kontor_id_time(now())), :product_id, :employee_id, :legal_entity_id, :rating, :text)
  returning id`

const UPDATE = `
  update product_review
  set rating = :rating, text = :text, legal_entity_id = :legal_entity_id, state = 'new', decision_reason = null, decided_by = null, decided_at = null,
    updated_at = clock_timestamp()
  where id = :id`

/**
 * Writes what a person says of a product, or writes it anew: then it waits for a decision again. Throws NOT_ALLOWED `reviews_waiting` where too many of
 * his wait already.
 */
export async function saveReview(trx: Knex.Transaction, draft: ReviewDraft): Promise<SavedReview> {
  const { product_id, employee_id, legal_entity_id, rating, text } = draft
  await trx.raw(ALONE, { employee_id })
  const { rows } = await trx.raw<{ rows: Written[] }>(STANDING, { product_id, employee_id })
  const [standing] = rows
  if (standing?.rating === rating && standing.text === text) {
    return { id: standing.id, before: standing, is_changed: false }
  }
  if (standing?.state !== "new") {
    await refuseMany(trx, employee_id)
  }
  if (standing) {
    const { id, ...before } = standing
    await trx.raw(UPDATE, { id, rating, text, legal_entity_id })
    return { id, before, is_changed: true }
  }
  const made = await trx.raw<{ rows: { id: string }[] }>(INSERT, { product_id, employee_id, legal_entity_id, rating, text })
  return { id: made.rows[0]?.id ?? "", before: null, is_changed: true }
}

async function refuseMany(trx: Knex.Transaction, employeeId: string): Promise<void> {
  const { rows } = await trx.raw<{ rows: { waiting: number }[] }>(WAITING, { employee_id: employeeId })
  if ((rows[0]?.waiting ?? 0) >= REVIEWS_WAITING_MAX) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `${REVIEWS_WAITING_MAX} reviews of employee ${employeeId} wait for a decision; no more are taken.`,
      "reviews_waiting"
    )
  }
}
