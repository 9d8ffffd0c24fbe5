import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { savePriceThresholdWorkflow } from "../../../../workflows/pricing/save-price-threshold"
import type { AdminChangePriceThreshold } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminChangePriceThreshold>, res: MedusaResponse): Promise<void> {
  const { updated_at, ...draft } = req.validatedBody
  const { id = "" } = req.params
  const { result } = await savePriceThresholdWorkflow(req.scope).run({ input: { id, updated_at, draft, actor: actorOf(req) } })
  res.json({ price_threshold: result.after })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await savePriceThresholdWorkflow(req.scope).run({ input: { id, updated_at: null, draft: null, actor: actorOf(req) } })
  res.json({ id, object: "price_threshold", deleted: true })
}
