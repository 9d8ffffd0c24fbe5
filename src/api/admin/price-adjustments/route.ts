import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listAdjustments } from "../../../database/pricing/list-adjustments"
import { savePriceAdjustmentWorkflow } from "../../../workflows/pricing/save-price-adjustment"
import { readAdjustment } from "./read-adjustment"
import type { AdminCreatePriceAdjustment, AdminListPriceAdjustments } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListPriceAdjustments>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { adjustments, count } = await listAdjustments(db, { filter, limit, offset })
  res.json({ price_adjustments: adjustments, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreatePriceAdjustment>, res: MedusaResponse): Promise<void> {
  const input = { id: null, updated_at: null, draft: req.validatedBody, actor: actorOf(req) }
  const { result } = await savePriceAdjustmentWorkflow(req.scope).run({ input })
  res.json({ price_adjustment: await readAdjustment(req.scope, result.id), articles: result.articles })
}
