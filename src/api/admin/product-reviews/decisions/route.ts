import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideReviewsWorkflow } from "../../../../workflows/product-card/decide-reviews"
import type { AdminDecideReviews, AdminReviewsDecidedResponse } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AdminDecideReviews>,
  res: MedusaResponse<AdminReviewsDecidedResponse>
): Promise<void> {
  const { reviews, state, reason } = req.validatedBody
  const { result: decided } = await decideReviewsWorkflow(req.scope).run({ input: { reviews, state, reason, actor: actorOf(req) } })
  res.json({ decided, passed_over: reviews.map(({ id }) => id).filter((id) => !decided.includes(id)) })
}
