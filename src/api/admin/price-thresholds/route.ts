import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listThresholds } from "../../../database/pricing/threshold-listing"
import { savePriceThresholdWorkflow } from "../../../workflows/pricing/save-price-threshold"
import type { AdminCreatePriceThreshold, AdminListPriceThresholds } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListPriceThresholds>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const { thresholds, count } = await listThresholds(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { filter, limit, offset })
  res.json({ price_thresholds: thresholds, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreatePriceThreshold>, res: MedusaResponse): Promise<void> {
  const input = { id: null, updated_at: null, draft: req.validatedBody, actor: actorOf(req) }
  const { result } = await savePriceThresholdWorkflow(req.scope).run({ input })
  res.json({ price_threshold: result.after })
}
