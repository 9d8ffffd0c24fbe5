import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listReviews } from "../../../database/product-card/list-reviews"
import type { AdminListReviews, AdminReviewListResponse } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminListReviews>,
  res: MedusaResponse<AdminReviewListResponse>
): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const page = await listReviews(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { filter, limit, offset })
  res.json({ ...page, offset, limit })
}
