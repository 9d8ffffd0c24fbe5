import { z } from "@medusajs/framework/zod"
import { RATING_MAX, REVIEW_STATES, REVIEW_TEXT_MAX } from "../../../../../modules/product-card/rules/review"
import { rating } from "../../../../rating-schema"

export const StoreListReviews = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListReviews = z.infer<typeof StoreListReviews>

const given = z.number().int().min(1).max(RATING_MAX)

export const StoreSaveReview = z
  .object({
    rating: given.describe("One to five"),
    text: z
      .string()
      .transform((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "").trim())
      .pipe(z.string().min(1).max(REVIEW_TEXT_MAX))
      .describe("Plain text"),
  })
  .strict()
export type StoreSaveReview = z.infer<typeof StoreSaveReview>

const own = z
  .object({
    id: z.string(),
    rating: given,
    text: z.string(),
    state: z.enum(REVIEW_STATES),
    decision_reason: z.string().nullable().describe("Why it was declined"),
    updated_at: z.string(),
  })
  .nullable()
  .describe("What the reader himself has said, and what became of it")

export const StoreOwnReviewResponse = z.object({ own })
export type StoreOwnReviewResponse = z.infer<typeof StoreOwnReviewResponse>

export const StoreReviewsResponse = z.object({
  rating,
  reviews: z.array(
    z.object({
      id: z.string(),
      rating: given,
      text: z.string(),
      author: z
        .object({ name: z.string().nullable(), city: z.string().nullable() })
        .describe("The first name alone, unless the author's entity has it otherwise; null = not shown"),
      published_at: z.string(),
    })
  ),
  own,
  count: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
})
export type StoreReviewsResponse = z.infer<typeof StoreReviewsResponse>
