export const RELATION_KINDS = ["related", "analogue", "accessory"] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** A product that belongs to another, as the widget reads it. */
export interface RelationRow {
  kind: RelationKind
  source: "erp" | "portal"
  product_id: string
  title: string
  article: string | null
  is_mutual: boolean
  is_from_other: boolean
}

export interface RelationList {
  product_relations: RelationRow[]
  /** Of what the staff says: a change is made to one. */
  versions: Record<RelationKind, string>
}

/** What the staff says of one kind: only that is changed here. */
export function saidHere(relations: readonly RelationRow[], kind: RelationKind): RelationRow[] {
  return relations.filter((row) => row.kind === kind && row.source === "portal" && !row.is_from_other)
}

/** The whole list of a kind as it is sent. */
export function relationsBody(kind: RelationKind, rows: readonly Pick<RelationRow, "product_id" | "is_mutual">[], version: string) {
  return { kind, version, relations: rows.map(({ product_id, is_mutual }) => ({ product_id, is_mutual })) }
}

export const REVIEW_STATES = ["new", "published", "declined"] as const

/** A review as the queue reads it. */
export interface ReviewRow {
  id: string
  product: { id: string; title: string | null; article: string | null }
  author: { employee_id: string; name: string | null; legal_entity: string | null }
  rating: number
  text: string
  state: (typeof REVIEW_STATES)[number]
  decision_reason: string | null
  created_at: string
  updated_at: string
}

export interface ReviewList {
  product_reviews: ReviewRow[]
  count: number
}

export interface DecidedReviews {
  decided: string[]
  passed_over: string[]
}

/** A decision about reviews, each as it was read. */
export function decisionBody(reviews: readonly Pick<ReviewRow, "id" | "updated_at">[], reason: string | null) {
  const named = reviews.map(({ id, updated_at }) => ({ id, updated_at }))
  return reason === null ? { reviews: named, state: "published" } : { reviews: named, state: "declined", reason }
}
