import { z } from "@medusajs/framework/zod"
import { SIGNATURES } from "../../../../modules/product-card/rules/review"

export const StoreNoSignatureQuery = z.object({}).strict()

const review_signature = z.enum(SIGNATURES).describe("Of the entity of the active contract: its authors are named so to other dealers")

export const StoreSetReviewSignature = z.object({ review_signature }).strict()
export type StoreSetReviewSignature = z.infer<typeof StoreSetReviewSignature>

export const StoreReviewSignatureResponse = z.object({ review_signature })
export type StoreReviewSignatureResponse = z.infer<typeof StoreReviewSignatureResponse>
