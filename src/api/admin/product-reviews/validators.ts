import { z } from "@medusajs/framework/zod"
import { RATING_MAX, REVIEW_STATES, REVIEWS_DECIDED_MAX } from "../../../modules/product-card/rules/review"

export const AdminListReviews = z
  .object({
    state: z.enum(REVIEW_STATES).optional(),
    product_id: z.string().min(1).max(64).optional(),
    q: z.string().trim().min(1).max(100).optional().describe("Part of the text, of the product's name or of the author's"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListReviews = z.infer<typeof AdminListReviews>

const named = z
  .array(
    z.object({ id: z.string().min(1).max(64), updated_at: z.string().min(1).max(40).describe("Of the review as it was read") }).strict()
  )
  .min(1)
  .max(REVIEWS_DECIDED_MAX)

export const AdminDecideReviews = z
  .object({
    reviews: named,
    state: z.enum(["published", "declined"]),
    reason: z.string().trim().min(3).max(500).nullable().default(null).describe("Of what is declined alone; the author reads it"),
  })
  .strict()
  .refine(({ state, reason }) => (state === "declined") === (reason !== null), "has a reason where it declines, and nowhere else")
export type AdminDecideReviews = z.infer<typeof AdminDecideReviews>

export const AdminReviewListResponse = z.object({
  product_reviews: z.array(
    z.object({
      id: z.string(),
      product: z.object({ id: z.string(), title: z.string().nullable(), article: z.string().nullable() }),
      author: z.object({ employee_id: z.string(), name: z.string().nullable(), legal_entity: z.string().nullable() }),
      rating: z.number().int().min(1).max(RATING_MAX),
      text: z.string(),
      state: z.enum(REVIEW_STATES),
      decision_reason: z.string().nullable(),
      created_at: z.string(),
      updated_at: z.string(),
    })
  ),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export type AdminReviewListResponse = z.infer<typeof AdminReviewListResponse>

export const AdminReviewsDecidedResponse = z.object({
  decided: z.array(z.string()),
  passed_over: z.array(z.string()).describe("Written anew since they were read, decided so already, or unknown"),
})
export type AdminReviewsDecidedResponse = z.infer<typeof AdminReviewsDecidedResponse>
