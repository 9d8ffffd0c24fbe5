export const REVIEW_STATES = ["new", "published", "declined"] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export const RATING_MAX = 5

/** Characters of a review; it is plain text. */
export const REVIEW_TEXT_MAX = 4000

/** Reviews of one person that wait for a decision. */
export const REVIEWS_WAITING_MAX = 20

/** Decided at once. */
export const REVIEWS_DECIDED_MAX = 200

/** How the authors of a legal entity are named to other dealers. */
export const SIGNATURES = ["first_name", "first_name_and_city", "nobody"] as const
export type Signature = (typeof SIGNATURES)[number]

/** What others read of an author; null = nothing. */
export interface ReviewAuthor {
  name: string | null
  city: string | null
}
