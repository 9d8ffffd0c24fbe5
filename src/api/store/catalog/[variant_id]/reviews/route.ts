import { actorOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ownReview, shownReviews } from "../../../../../database/product-card/shown-reviews"
import { saveReviewWorkflow } from "../../../../../workflows/product-card/save-review"
import type { StoreListReviews, StoreOwnReviewResponse, StoreReviewsResponse, StoreSaveReview } from "./validators"
import { reviewedBy } from "./reviewed"

export async function GET(req: MedusaRequest<unknown, StoreListReviews>, res: MedusaResponse<StoreReviewsResponse>): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const { product_id, employee_id } = await reviewedBy(req)
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ ...(await shownReviews(db, { product_id, employee_id, limit, offset })), limit, offset })
}

export async function POST(req: MedusaRequest<StoreSaveReview>, res: MedusaResponse<StoreOwnReviewResponse>): Promise<void> {
  const about = await reviewedBy(req)
  await saveReviewWorkflow(req.scope).run({ input: { ...about, ...req.validatedBody, actor: actorOf(req) } })
  res.json({ own: await ownReview(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), about) })
}
