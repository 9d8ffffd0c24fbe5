/** Facts the module announces, after commit and with ids only. */
export const ProductCardEvents = {
  /** `{ id }` of the review: somebody wrote it, or wrote it anew; it waits for a decision. */
  REVIEW_SUBMITTED: "product_review.submitted",
  /** `{ id }` of the review: it was published or declined. */
  REVIEW_DECIDED: "product_review.decided",
} as const
