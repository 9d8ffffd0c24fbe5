import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideReviewsWorkflow } from "../../../../workflows/product-card/decide-reviews"
import type { AdminDecideReviews, AdminReviewsDecidedResponse } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AdminDecideReviews>,
  res: MedusaResponse<AdminReviewsDecidedResponse>
): Promise<void> {
  const body = req.validatedBody
  const reason = "reason" in body ? body.reason : null
  const { result: decided } = await decideReviewsWorkflow(req.scope).run({
    input: { reviews: body.reviews, state: body.state, reason, actor: actorOf(req) },
  })
  res.json({ decided, passed_over: body.reviews.map(({ id }) => id).filter((id) => !decided.includes(id)) })
}
