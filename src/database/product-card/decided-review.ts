import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What the author of a review is told of a decision. */
export interface ReviewDecisionTold {
  email: string
  name: string
  product: string
  state: "published" | "declined"
  reason: string | null
  /** Names the decision. */
  decided_at: string
}

const SQL = `
  select a.email, a.name, p.title as product, r.state, r.decision_reason as reason, to_jsonb(r.decided_at) #>> '{}' as decided_at
  from product_review r
  join employee a on a.id = r.employee_id and a.state = 'active' and a.deleted_at is null
  join product p on p.id = r.product_id
  where r.id = :id and r.state <> 'new'`

/** Null where nothing is decided, or there is nobody to tell. */
export async function decidedReview(db: Knex, { id }: { id: string }): Promise<ReviewDecisionTold | null> {
  const { rows } = await db.raw<{ rows: ReviewDecisionTold[] }>(SQL, { id })
  return rows[0] ?? null
}
